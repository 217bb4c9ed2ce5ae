import { CloudWatchLogsClient, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import type { LogGroup } from '../../../../src/evidence/resource-model';
import { isUnreadable } from '../../../../src/field/field';
import { logGroupName } from '../arn';
import { attempt } from '../attempt';
import type { Evidence } from '../evidence';
import type { Session } from '../session';

/** The log group of that ARN; nothing where it is not there any more. Only those that trails feed are asked for. */
export async function readLogGroup(
  arn: string,
  region: string,
  session: Session,
  evidence: Evidence,
): Promise<LogGroup | undefined> {
  const name = logGroupName(arn) ?? arn;
  const found = await attempt(() => find(name, region, session));
  if (found === undefined) return undefined;
  const group: LogGroup = {
    origin: { path: arn.replace(/:\*$/, '') },
    region,
    account: session.account,
    name,
    arn: arn.replace(/:\*$/, ''),
    logGroupClass: isUnreadable(found) ? found : (found.logGroupClass ?? 'STANDARD'),
    encryptionKey: isUnreadable(found) ? found : found.kmsKeyId || undefined,
  };
  evidence.add('logGroups', group);
  return group;
}

/** Names come in their order, so that the one that was asked for is on the first page. */
async function find(name: string, region: string, session: Session) {
  const client = session.client(CloudWatchLogsClient, region);
  for await (const { logGroups } of paginateDescribeLogGroups({ client }, { logGroupNamePrefix: name })) {
    const found = logGroups?.find(({ logGroupName }) => logGroupName === name);
    if (found) return found;
  }
  return undefined;
}
