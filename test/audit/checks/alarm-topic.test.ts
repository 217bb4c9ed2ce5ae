import { alarmTopic } from '../../../src/audit/checks/alarm-topic';
import { type Difference, finding, HIDDEN, judged } from '../sound-account';

const NO_TOPIC: Difference = { topic: null, topicArn: null };
const actions = (...alarmActions: (string | typeof HIDDEN)[]): Difference => ({
  ...NO_TOPIC,
  alarm: { alarmActions },
});
const through = (rule: string | typeof HIDDEN): Difference => ({ compositeAlarm: { rule } });
const RINGS =
  'PASS: alarm "acl-edited" notifies through composite alarm "any-edited", which stays silent while another alarm of its rule keeps it in ALARM';
const not = (rule: string) =>
  `FAIL: composite alarm "any-edited" does not ring whenever alarm "acl-edited" does: ${rule}`;
const undecided = (rule: string) =>
  `UNKNOWN: whether composite alarm "any-edited" rings when alarm "acl-edited" does is not decided: ${rule}`;

test.each<[string, Difference, string]>([
  ['a topic', {}, 'PASS'],
  ['a topic outside the evidence', { topic: null }, 'PASS'],
  [
    'a topic of another region',
    { topic: null, topicArn: 'arn:aws:sns:us-east-1:111122223333:security-pager' },
    'FAIL: alarm "acl-edited" is in eu-central-1 and does not reach topic "security-pager" in us-east-1',
  ],
  [
    'an alarm of a region that is known on deployment, and a topic of one region',
    { topic: null, alarm: { region: '${AWS::Region}' } },
    'UNKNOWN: whether alarm "acl-edited" and topic "security-pager" are in one region could not be read: ${AWS::Region} depends on where the stack is deployed',
  ],
  ['no action', actions(), 'FAIL: alarm "acl-edited" has no action'],
  [
    'a function',
    actions('arn:aws:lambda:eu-central-1:111122223333:function:page'),
    'FAIL: alarm "acl-edited" notifies no SNS topic, only a Lambda function',
  ],
  [
    'an item of Systems Manager and something else',
    actions('arn:aws:ssm:eu-central-1:111122223333:opsitem:1', 'arn:aws:swf:eu-central-1:111122223333:x'),
    'FAIL: alarm "acl-edited" notifies no SNS topic, only Systems Manager and arn:aws:swf:eu-central-1:111122223333:x',
  ],
  [
    'an action that could not be read',
    actions(HIDDEN),
    'UNKNOWN: an action of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  [
    'actions that could not be read',
    { ...NO_TOPIC, alarm: { alarmActions: HIDDEN } },
    'UNKNOWN: an action of alarm "acl-edited" could not be read: it comes from a parameter',
  ],
  [
    'what may be a topic',
    { topic: null, topicArn: HIDDEN },
    'UNKNOWN: whether an action of alarm "acl-edited" is an SNS topic could not be read: it comes from a parameter',
  ],
  [
    'what is none',
    { topic: null, topicArn: 'arn:aws:sqs:eu-central-1:111122223333:inbox' },
    'FAIL: alarm "acl-edited" notifies arn:aws:sqs:eu-central-1:111122223333:inbox, which is not an SNS topic',
  ],
  ['above: this or another', through('ALARM("acl-edited") OR ALARM("route-edited")'), RINGS],
  ['above: another or this', through('ALARM(route-edited) OR ALARM(acl-edited)'), RINGS],
  ['above: by ARN', through('ALARM("arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acl-edited")'), RINGS],
  [
    'above: this and another',
    through('ALARM("acl-edited") AND ALARM("route-edited")'),
    not('ALARM("acl-edited") AND ALARM("route-edited")'),
  ],
  [
    'above: this and not maintenance',
    through('ALARM("acl-edited") AND NOT ALARM("maintenance")'),
    not('ALARM("acl-edited") AND NOT ALARM("maintenance")'),
  ],
  ['above: AND before OR', through('ALARM("acl-edited") OR ALARM(a) AND ALARM(b)'), RINGS],
  [
    'above: brackets before AND',
    through('(ALARM("acl-edited") OR ALARM(a)) AND ALARM(b)'),
    not('(ALARM("acl-edited") OR ALARM(a)) AND ALARM(b)'),
  ],
  ['above: this and what is always true', through('ALARM("acl-edited") AND TRUE'), RINGS],
  [
    'above: neither quiet nor without data',
    through('NOT (OK("acl-edited") OR INSUFFICIENT_DATA("acl-edited"))'),
    RINGS,
  ],
  ['above: quiet', through('OK("acl-edited")'), not('OK("acl-edited")')],
  ['above: another one', through('ALARM("route-edited")'), not('ALARM("route-edited")')],
  [
    'above: always true',
    through('TRUE'),
    'FAIL: composite alarm "any-edited" is in ALARM also while no alarm is, so that it never rings: TRUE',
  ],
  [
    'above: always true by this alarm',
    through('ALARM("acl-edited") OR NOT ALARM("acl-edited")'),
    'FAIL: composite alarm "any-edited" is in ALARM also while no alarm is, so that it never rings: ALARM("acl-edited") OR NOT ALARM("acl-edited")',
  ],
  [
    'above: this or that another is not in ALARM',
    through('ALARM("acl-edited") OR NOT ALARM("route-edited")'),
    'FAIL: composite alarm "any-edited" is in ALARM also while no alarm is, so that it never rings: ALARM("acl-edited") OR NOT ALARM("route-edited")',
  ],
  [
    'above: this or that another has no data',
    through('ALARM("acl-edited") OR INSUFFICIENT_DATA("route-edited")'),
    RINGS,
  ],
  [
    'above: in another region',
    { compositeAlarm: { region: 'us-east-1' } },
    'FAIL: composite alarm "any-edited" is in us-east-1 and does not reach alarm "acl-edited" in eu-central-1',
  ],
  ['above: never', through('ALARM("acl-edited") AND FALSE'), not('ALARM("acl-edited") AND FALSE')],
  [
    'above: a function that is not known',
    through('AT_LEAST(1, ALARM, ("acl-edited"))'),
    undecided('AT_LEAST(1, ALARM, ("acl-edited"))'),
  ],
  ['above: a bracket left open', through('(ALARM("acl-edited")'), undecided('(ALARM("acl-edited")')],
  [
    'above: two rules',
    through('ALARM("acl-edited") ALARM("acl-edited")'),
    undecided('ALARM("acl-edited") ALARM("acl-edited")'),
  ],
  ['above: nothing', through(''), undecided('')],
  [
    'above: an ARN of what region is known on deployment',
    through('ALARM("arn:aws:cloudwatch:${AWS::Region}:111122223333:alarm:acl-edited")'),
    undecided('ALARM("arn:aws:cloudwatch:${AWS::Region}:111122223333:alarm:acl-edited")'),
  ],
  [
    'above: a rule that could not be read',
    through(HIDDEN),
    'UNKNOWN: the rule of composite alarm "any-edited" could not be read: it comes from a parameter',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(alarmTopic, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(alarmTopic, actions())).toEqual({
    outcome: 'FAIL',
    reason: 'alarm "acl-edited" has no action',
    remedy: 'add an SNS topic: alarm.addAlarmAction(new SnsAction(topic))',
    subject: { path: 'Watch/Alarm' },
  });
});
