import type { Statement } from '../account';
import type { Known } from '../open';

interface Caller {
  readonly service: string;
  /** Whether `aws:SourceArn` is the ARN of an alarm, and one that can match. */
  readonly isAlarmWithArn?: boolean;
}

/** Whether a service may do each of the actions, by the policy of a topic, a queue or a key. */
export function mayDo(
  statements: Known<readonly Statement[]>,
  caller: Caller,
  actions: readonly string[],
): boolean {
  const holds = (effect: 'Allow' | 'Deny', action: string) =>
    statements.some(
      (statement) =>
        statement.effect === effect &&
        (statement.principal === caller.service || statement.principal === 'everyone') &&
        names(statement.actions, action) &&
        isMet(statement, caller),
    );
  return actions.every((action) => holds('Allow', action) && !holds('Deny', action));
}

/** Whether a list of actions, which may end with `*`, names one. */
export function names(actions: readonly string[], action: string): boolean {
  return actions.some((pattern) =>
    pattern.endsWith('*')
      ? action.toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase())
      : action.toLowerCase() === pattern.toLowerCase(),
  );
}

/**
 * Services call with TLS and for the account of the alarm. The name of an alarm outside ASCII never matches its ARN:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html#SNS_Confused_Deputy
 */
function isMet({ when }: Known<Statement>, { isAlarmWithArn }: Caller): boolean {
  return (
    when === 'always' ||
    when === 'from this account' ||
    (when === 'from alarms of this account' && isAlarmWithArn === true)
  );
}
