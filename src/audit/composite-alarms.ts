import type { Account } from '../evidence/account';
import type { Alarm, CompositeAlarm } from '../evidence/resource-model';
import { compare, isUnreadable } from '../field/field';
import { type AlarmState, evaluateRule, type RuleValue } from './alarm-rule';

/**
 * What a composite alarm makes of one alarm below it, directly or through other composite alarms:
 * - `rings`: it is in ALARM whenever the alarm is, whatever the others are;
 * - `always`: it is in ALARM also when no alarm is;
 * - `depends`: on others as well, or not on the alarm at all;
 * - `unknown`: a rule has a part that is not understood or could not be read.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export function effectOf(
  composite: CompositeAlarm,
  alarm: Alarm,
  account: Account,
): 'rings' | 'always' | 'depends' | 'unknown' {
  const inAlarm = stateOf(composite, alarm, account, 'ALARM', undefined);
  const inQuiet = stateOf(composite, alarm, account, 'OK', 'OK');
  if (inAlarm === 'not understood' || inQuiet === 'not understood') return 'unknown';
  if (inAlarm === true) return inQuiet === true ? 'always' : 'rings';
  return inAlarm === 'doubtful' ? 'unknown' : 'depends';
}

/**
 * Whether a composite alarm is in ALARM while the alarm has one state and all others have another.
 *
 * @param others undefined where they may have any
 */
function stateOf(
  composite: CompositeAlarm,
  alarm: Alarm,
  account: Account,
  state: AlarmState,
  others: AlarmState | undefined,
  path: readonly CompositeAlarm[] = [],
): RuleValue {
  // CloudWatch refuses rules in a circle.
  if (isUnreadable(composite.rule) || path.includes(composite)) return 'not understood';
  return evaluateRule(composite.rule, (reference) => {
    const isAlarm = refersTo(reference, alarm);
    if (isAlarm === true) return state;
    if (isAlarm === undefined) return 'doubtful';
    const [below] = account.compositeAlarms(reference);
    if (!below) return others;
    if (below.doubt) return 'doubtful';
    const value = stateOf(below.resource, alarm, account, state, others, [...path, composite]);
    return typeof value === 'boolean' ? (value ? 'ALARM' : 'OK') : value;
  });
}

function refersTo(reference: string, { name, arn }: Alarm | CompositeAlarm): boolean | undefined {
  const results = [compare(reference, name), compare(reference, arn)];
  if (results.includes('same')) return true;
  return results.some(isUnreadable) ? undefined : false;
}
