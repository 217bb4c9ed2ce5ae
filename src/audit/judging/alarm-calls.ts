import type { Snapshot } from '../../evidence/snapshot';
import { type Field, isUnreadable, shown } from '../../field/field';
import type { Chain } from '../chain';
import { arnInRegion } from '../policy/arn';
import type { Context } from '../policy/condition';

/**
 * What CloudWatch says when an alarm acts.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#sns-publish-to-topic-from-cloudwatch-alarm
 */
export function alarmCalls({ alarm, compositeAlarm }: Chain, { account }: Snapshot): Context {
  const above = compositeAlarm && arnOf(compositeAlarm.name, compositeAlarm.region, account);
  const arn = above ?? alarm?.arn;
  return { 'aws:sourceaccount': account, ...(arn === undefined ? {} : { 'aws:sourcearn': arn }) };
}

function arnOf(name: Field<string>, region: string, account: string): Field<string> {
  const arn = arnInRegion('cloudwatch', region, account, `alarm:${shown(name)}`);
  return isUnreadable(name) ? { ...name, standIn: arn } : arn;
}
