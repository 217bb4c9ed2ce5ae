import { CloudTrailClient, paginateLookupEvents } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { audit } from '../../../src/audit/audit';
import { EVENT_NAMES, FILTER_PATTERN } from '../../../src/control/network-acl-changes';
import { accountsOf } from '../../../src/evidence/account-data';
import type { Trail } from '../../../src/evidence/resource-model';
import { parseArn } from '../../../src/field/arn';
import { readable, shown } from '../../../src/field/field';
import type { Collected } from '../changes/collected';
import { accountOf, fedLogGroup } from './arn';
import { reasonOf } from './attempt';
import { Evidence } from './evidence';
import { readTrails } from './read/trails';
import type { Session } from './session';

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events.html "the last 90 days" */
const DAYS_OF_HISTORY = 90;

/**
 * The changes that an account has recorded: of the log group that its trail feeds, else of CloudTrail's event history.
 *
 * @param isRegionAsked whether one region is all that is asked for
 */
export async function readChanges(
  session: Session,
  since: Date,
  isRegionAsked: boolean,
  collected: Collected,
): Promise<void> {
  const evidence = new Evidence(session.account);
  const trails = await readTrails(session, evidence);
  const [{ unreadParts = [], recordedBy = [] }] = evidence.toData();
  for (const { origin, reason } of unreadParts) collected.notRead.push(`${origin.path}: ${reason}`);
  const [best] = trails
    .filter((trail) => fedLogGroup(trail) !== undefined)
    .sort((one, other) => worth(other) - worth(one));
  if (best) await readLogGroup(best, session, since, collected);
  else await readHistory(session, since, isRegionAsked, elsewhereOf(trails, recordedBy), collected);
}

/** The account whose log group has the changes of this one, and why it has them. */
function elsewhereOf(trails: readonly Trail[], [recordedBy]: readonly string[]): string | undefined {
  for (const { logGroupArn, name } of trails) {
    const owner = accountOf(readable(logGroupArn) ?? undefined);
    if (owner !== undefined) return `account ${owner}, to whose log group trail "${shown(name)}" delivers`;
  }
  const { account, resource } = parseArn(recordedBy ?? '') ?? {};
  if (resource === undefined) return undefined;
  return `account ${account}, whose organization trail "${resource.replace(/^trail\//, '')}" records this account`;
}

/** One that records all regions now comes before one that does not. */
function worth({ isMultiRegionTrail, isLogging }: Trail): number {
  return (isMultiRegionTrail === true ? 2 : 0) + (isLogging === true ? 1 : 0);
}

/** All pages: a page without events may still have one behind it. */
async function readLogGroup(
  trail: Trail,
  session: Session,
  since: Date,
  collected: Collected,
): Promise<void> {
  const { region } = trail;
  const logGroupName = fedLogGroup(trail) as string;
  const name = `the log group ${logGroupName} in ${region}`;
  const client = session.client(CloudWatchLogsClient, region);
  const input = { logGroupName, filterPattern: FILTER_PATTERN, startTime: since.getTime() };
  collected.notRead.push(...gapsOf(trail, session));
  try {
    for await (const { events = [] } of paginateFilterLogEvents({ client }, input)) {
      for (const { message } of events) collected.addText(message, { name: logGroupName, region });
    }
    collected.read.push(name);
  } catch (error) {
    collected.notRead.push(`${name}, from its start or from some page on: ${reasonOf(error)}`);
  }
}

/** What keeps changes out of the log group, as the audit says it. */
const GAPS = ['trail-all-regions', 'trail-logging', 'trail-management-events', 'trail-delivery-error'];

function gapsOf(trail: Trail, session: Session): string[] {
  const [result] = audit(accountsOf([{ id: session.account, trails: [trail] }]));
  return result.results
    .filter(({ check, finding }) => GAPS.includes(check.id) && finding.outcome !== 'PASS')
    .map(({ finding }) => `what trail ${trail.name} does not record: ${finding.reason}`);
}

/**
 * The event history of one region. It takes one event name a call; AWS allows two calls a second, for which the client waits.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
async function readHistory(
  session: Session,
  since: Date,
  isRegionAsked: boolean,
  elsewhere: string | undefined,
  collected: Collected,
): Promise<void> {
  const { region } = session;
  const role = `--role-arn of a role in ${elsewhere}`;
  const name = `CloudTrail's event history of ${region} only`;
  if (!isRegionAsked) {
    collected.notRead.push(
      `the event history of all other regions: give --region for one of them${elsewhere ? `, or ${role}` : ''}`,
    );
  }
  if (since.getTime() < Date.now() - DAYS_OF_HISTORY * 86_400_000) {
    collected.notRead.push(
      `what is older than ${DAYS_OF_HISTORY} days: the event history does not have it${elsewhere ? `; give ${role}` : ''}`,
    );
  }
  const client = session.client(CloudTrailClient);
  const failed = new Map<string, string[]>();
  for (const AttributeValue of EVENT_NAMES) {
    const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue }];
    try {
      const pages = paginateLookupEvents({ client }, { LookupAttributes, StartTime: since });
      for await (const { Events = [] } of pages) {
        for (const { CloudTrailEvent } of Events) collected.addText(CloudTrailEvent);
      }
    } catch (error) {
      const reason = reasonOf(error);
      failed.set(reason, [...(failed.get(reason) ?? []), AttributeValue]);
    }
  }
  for (const [reason, names] of failed) {
    const what = names.length === EVENT_NAMES.length ? '' : `, ${names.join(', ')}`;
    collected.notRead.push(`CloudTrail's event history of ${region}${what}: ${reason}`);
  }
  const all = [...failed.values()].flat().length;
  if (all < EVENT_NAMES.length) collected.read.push(name);
}
