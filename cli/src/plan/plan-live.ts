import { CloudWatchLogsClient, paginateDescribeLogGroups } from '@aws-sdk/client-cloudwatch-logs';
import { isUnreadable } from '../../../src/field/field';
import { attempt } from '../live/attempt';
import { isRead, readAccountWith } from '../live/audit-accounts';
import type { Session } from '../live/session';
import type { Sessions } from '../live/sessions';
import { LOG_GROUP_PREFIX } from './fixes/trail';
import { withOwners } from './owners';
import type { Plan, PlanOptions } from './plan';
import { planOf } from './plan-of';

/** A plan, and whether anything could be read for it. */
export interface Planned {
  readonly plan: Plan;
  readonly isRead: boolean;
}

/** Plans for an account as it is now, and says of what would be changed which stack owns it. */
export async function planLive(
  account: string,
  sessions: Sessions,
  options: Omit<PlanOptions, 'region'>,
): Promise<Planned> {
  const { data, others } = await readAccountWith(account, sessions, options.topicArn);
  const { region } = sessions.caller;
  const given = { ...options, region, elsewhere: others };
  const planned = await withFreeName(planOf(data, given), sessions.of(account), (takenLogGroups) =>
    planOf(data, { ...given, takenLogGroups }),
  );
  const session = sessions.of(account);
  if (!session) return { plan: planned, isRead: isRead(data) };
  return {
    plan: { ...planned, commands: await withOwners(planned.commands, session) },
    isRead: isRead(data),
  };
}

/** A log group outlives its stack, and nobody can make a second one of its name. */
async function withFreeName(
  planned: Plan,
  session: Session | undefined,
  again: (taken: readonly string[]) => Plan,
): Promise<Plan> {
  const { stack } = planned;
  if (!stack?.logGroup || !session) return planned;
  const taken = await attempt(async () => {
    const client = session.client(CloudWatchLogsClient, stack.region);
    const names: string[] = [];
    const asked = { logGroupNamePrefix: LOG_GROUP_PREFIX };
    for await (const { logGroups = [] } of paginateDescribeLogGroups({ client }, asked)) {
      names.push(...logGroups.flatMap(({ logGroupName }) => logGroupName ?? []));
    }
    return names;
  });
  return isUnreadable(taken) || taken.length === 0 ? planned : again(taken);
}
