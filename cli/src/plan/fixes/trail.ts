import type { GivenSelectors, Trail } from '../../../../src/evidence/resource-model';
import { Fields } from '../../../../src/evidence/resources/fields';
import { eventSelectorsOf } from '../../../../src/evidence/resources/trail';
import { readable, shown } from '../../../../src/field/field';
import { fedLogGroup } from '../../live/arn';
import { type Change, command, option, withCommand } from '../command';
import { fresh, inStack, isNew, replaced, usableTopic } from '../parts';
import type { Draft, Fix, Problem } from '../plan';
import { logGroupArn, roleArn, STACK_NAME, TRAIL_NAME } from '../stack-parts';

/** Only where there is no trail at all: not even one of the organization. */
export const wholeChain: Fix = (problem) => {
  const { data } = problem.draft;
  if ((data.trails ?? []).length > 0 || (data.recordedBy ?? []).length > 0) return undefined;
  return inStack(problem, {
    trail: true,
    logGroup: true,
    role: true,
    filter: true,
    alarm: true,
    logGroupName: freshGroup(problem, TRAIL_NAME),
    topicArn: usableTopic(problem),
  });
};

export const allRegions: Fix = (problem) =>
  onTrail(problem, (trail, name) => [
    ['update-trail', ...option('name', name), '--is-multi-region-trail'],
    { what: 'covers all regions', before: 'no', after: 'yes' },
    { ...trail, isMultiRegionTrail: true },
  ]);

export const logging: Fix = (problem) =>
  onTrail(problem, (trail, name) => [
    ['start-logging', ...option('name', name)],
    { what: 'logging', before: 'off', after: 'on' },
    { ...trail, isLogging: true },
  ]);

/** Five basic selectors at most: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html */
const MOST_SELECTORS = 5;

export const managementEvents: Fix = (problem) =>
  onTrail(problem, (trail, name) => {
    const { givenSelectors } = trail;
    if (!givenSelectors) return undefined;
    const [kind, selectors] = withManagementEvents(givenSelectors);
    if (kind === 'EventSelectors' && selectors.length > MOST_SELECTORS) return undefined;
    const flag = kind === 'EventSelectors' ? 'event-selectors' : 'advanced-event-selectors';
    const before = JSON.stringify(givenSelectors[kind] ?? []);
    const text = JSON.stringify(selectors);
    const given = { [kind]: selectors };
    return [
      ['put-event-selectors', ...option('trail-name', name), ...option(flag, text)],
      { what: 'event selectors', before, after: text },
      { ...trail, ...eventSelectorsOf(new Fields(given as never)), givenSelectors: given },
    ];
  });

/** What is recorded besides stays: data events, and what the other selectors select. */
function withManagementEvents({ EventSelectors, AdvancedEventSelectors }: GivenSelectors) {
  if (AdvancedEventSelectors && AdvancedEventSelectors.length > 0) {
    const all = {
      Name: 'Management events',
      FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }],
    };
    return ['AdvancedEventSelectors', [...AdvancedEventSelectors, all]] as const;
  }
  const selectors = EventSelectors ?? [];
  const hasData = ({ DataResources }: Readonly<Record<string, unknown>>) =>
    Array.isArray(DataResources) && DataResources.length > 0;
  const at = selectors.findIndex((each) => !hasData(each));
  const all = { ReadWriteType: 'All', IncludeManagementEvents: true };
  return [
    'EventSelectors',
    at < 0 ? [...selectors, all] : selectors.map((each, i) => (i === at ? { ...each, ...all } : each)),
  ] as const;
}

/** A group of its own, with the role that may write to it, and the trail feeds it from then on. */
export const newLogGroup: Fix = (problem) => {
  const { trail } = problem.result.parts;
  if (!trail || isNew(trail)) return undefined;
  const draft = inStack(problem, {
    logGroup: true,
    role: true,
    filter: true,
    alarm: true,
    logGroupName: freshGroup(problem, shown(trail.name)),
    topicArn: usableTopic(problem),
  });
  return feeding({ ...problem, draft });
};

export const LOG_GROUP_PREFIX = `/${STACK_NAME}/`;

function freshGroup(
  { draft: { data }, options: { takenLogGroups = [] }, result }: Problem,
  name: string,
): string {
  const known = (data.logGroups ?? []).map((group) => group.name);
  return fresh(
    `${LOG_GROUP_PREFIX}${name}`,
    new Set<unknown>([...known, ...takenLogGroups, fedLogGroup(result.parts.trail)]),
  );
}

/** The trail is told of group and role, which have to be there before. */
export function feeding(problem: Problem): Draft | undefined {
  const { stack } = problem.draft;
  if (!stack) return undefined;
  const [group, role] = [`${logGroupArn(stack)}:*`, roleArn(stack)];
  const isSame = problem.result.parts.trail?.logGroupArn === group;
  return onTrail(problem, (trail, name) => [
    [
      'update-trail',
      ...option('name', name),
      ...option('cloud-watch-logs-log-group-arn', group),
      ...option('cloud-watch-logs-role-arn', role),
    ],
    isSame
      ? { what: 'role', before: readable(trail.deliveryRoleArn) ?? 'none', after: role }
      : { what: 'log group', before: readable(trail.logGroupArn) ?? 'none', after: group },
    { ...trail, logGroupArn: group, deliveryRoleArn: role, deliveryError: undefined },
  ]);
}

type Changed = readonly [args: readonly string[], change: Change, trail: Trail];

function onTrail(
  problem: Problem,
  change: (trail: Trail, arn: string) => Changed | undefined,
): Draft | undefined {
  const { draft, result } = problem;
  const { trail } = result.parts;
  const arn = readable(trail?.arn);
  if (!trail || isNew(trail) || arn === undefined) return undefined;
  const changed = change(trail, arn);
  if (!changed) return undefined;
  const [args, what, after] = changed;
  const added = command(arn, ['cloudtrail', ...args, '--region', trail.region], what);
  return replaced({ ...draft, commands: withCommand(draft.commands, added) }, 'trails', trail, after);
}
