import { shown } from '../field/field';
import type { Notification } from './chain';
import type { Context } from './policy/condition';

/**
 * What CloudWatch says of itself when an alarm acts. `aws:SourceArn` of an alarm whose name is outside ASCII matches
 * nothing.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html#SNS_Confused_Deputy
 */
export function alarmCalls({ acting: { name, arn, account } }: Notification): Context {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII starts with them
  const isAscii = /^[\x00-\x7f]*$/.test(shown(name));
  return {
    'aws:sourceaccount': account,
    'aws:sourcearn': isAscii ? arn : 'an alarm whose name is outside ASCII',
  };
}
