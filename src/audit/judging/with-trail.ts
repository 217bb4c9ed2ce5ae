import type { Trail } from '../../evidence/snapshot';
import type { Chain } from '../chain';
import { type Finding, fail, unknown } from '../check';
import { theLogGroup } from './words';

/** Judges the trail of a chain, or says what its absence means: a log group from outside may well be fed by one. */
export function withTrail({ trail, ...chain }: Chain, judge: (trail: Trail) => Finding): Finding {
  if (trail) return judge(trail);
  if (chain.logGroup) {
    return fail(
      `no trail delivers to ${theLogGroup(chain)}`,
      "add new Trail(this, 'Trail', { sendToCloudWatchLogs: true, cloudWatchLogGroup: logGroup }), or feed it from the trail that is there",
      chain.logGroup.origin,
    );
  }
  if (chain.logGroupName !== undefined) {
    return unknown(
      `whether a multi-region trail feeds ${theLogGroup(chain)} could not be read: it is not part of the evidence`,
      'audit the deployed account, or the app that has the trail',
    );
  }
  return fail(
    'there is no trail',
    "add new NaclChangeMonitor(this, 'NaclChanges', { subscriptions: [new EmailSubscription('security@example.com')] })",
  );
}
