import { accountOf } from '../live/arn';
import { readAccountWith } from '../live/audit-accounts';
import type { Sessions } from '../live/sessions';
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
  const planned = planOf(data, { ...options, region, elsewhere: others });
  const isRead = data.trails !== undefined || data.unreadParts === undefined;
  const session = sessions.of(account);
  if (!session || accountOf(planned.commands[0]?.arn) === undefined) return { plan: planned, isRead };
  return { plan: { ...planned, commands: await withOwners(planned.commands, session) }, isRead };
}
