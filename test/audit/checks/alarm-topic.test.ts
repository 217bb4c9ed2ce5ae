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
const RINGS_TWICE = RINGS.replace('any-edited', 'night-edited');
const not = (rule: string) =>
  `FAIL: composite alarm "any-edited" does not ring whenever alarm "acl-edited" does: ${rule}`;
const NO_ACTION = 'FAIL: alarm "acl-edited" has no action';
const ABOVE = 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:any-edited';
/** The composite alarm above the alarm, and one that it stands in. */
const twice = (below: string, above: string): Difference => ({
  compositeAlarm: {
    name: 'night-edited',
    arn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:night-edited',
    rule: above,
  },
  otherCompositeAlarms: [{ rule: below }],
});
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
    'UNKNOWN: whether an action of alarm "acl-edited" is an SNS topic could not be read: it comes from a parameter',
  ],
  [
    'actions that could not be read',
    { ...NO_TOPIC, alarm: { alarmActions: HIDDEN } },
    'UNKNOWN: whether an action of alarm "acl-edited" is an SNS topic could not be read: it comes from a parameter',
  ],
  [
    'what may be a topic',
    { topic: null, topicArn: HIDDEN },
    'UNKNOWN: whether an action of alarm "acl-edited" is an SNS topic could not be read: it comes from a parameter',
  ],
  [
    'what is none',
    { topic: null, topicArn: 'arn:aws:sqs:eu-central-1:111122223333:inbox' },
    'FAIL: alarm "acl-edited" notifies no SNS topic, only arn:aws:sqs:eu-central-1:111122223333:inbox',
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
  ['above: another one', through('ALARM("route-edited")'), NO_ACTION],
  ['above: another one whose name starts alike', through('ALARM(acl-edited-twice)'), NO_ACTION],
  ['above: always true', through('TRUE'), NO_ACTION],
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
  ['above: nothing', through(''), NO_ACTION],
  [
    'above: an ARN of what region is known on deployment',
    through('ALARM("arn:aws:cloudwatch:${AWS::Region}:111122223333:alarm:acl-edited")'),
    undecided('ALARM("arn:aws:cloudwatch:${AWS::Region}:111122223333:alarm:acl-edited")'),
  ],
  ['two above: this and that', twice('ALARM(acl-edited)', 'ALARM(any-edited)'), RINGS_TWICE],
  ['two above: by ARN', twice('ALARM(acl-edited)', `ALARM("${ABOVE}")`), RINGS_TWICE],
  ['two above: not in the state OK', twice('ALARM(acl-edited)', 'NOT OK(any-edited)'), RINGS_TWICE],
  [
    'two above: both have to be in ALARM',
    twice('ALARM(acl-edited)', 'ALARM(any-edited) AND ALARM(acl-edited)'),
    RINGS_TWICE,
  ],
  [
    'two above: the lower one needs another alarm',
    twice('ALARM(acl-edited) AND ALARM(route-edited)', 'ALARM(any-edited)'),
    'FAIL: composite alarm "night-edited" does not ring whenever alarm "acl-edited" does: ALARM(any-edited)',
  ],
  [
    'two above: the opposite of the lower one',
    twice('ALARM(acl-edited)', 'NOT ALARM(any-edited)'),
    'FAIL: composite alarm "night-edited" does not ring whenever alarm "acl-edited" does: NOT ALARM(any-edited)',
  ],
  [
    'two above: the lower rule could not be read',
    { ...twice('', 'ALARM(any-edited)'), otherCompositeAlarms: [{ rule: HIDDEN }] },
    'UNKNOWN: whether composite alarm "night-edited" rings when alarm "acl-edited" does is not decided: ALARM(any-edited)',
  ],
  [
    'two above: the name of the lower one could not be read',
    {
      ...twice('', 'ALARM(any-edited)'),
      otherCompositeAlarms: [
        { rule: 'ALARM(acl-edited)', name: HIDDEN, arn: { ...HIDDEN, placeholder: 'arn:${Parameter}' } },
      ],
    },
    'UNKNOWN: whether composite alarm "night-edited" rings when alarm "acl-edited" does is not decided: ALARM(any-edited)',
  ],
  [
    'two above: in a circle, which the service refuses',
    twice('ALARM(acl-edited) OR ALARM(night-edited)', 'ALARM(any-edited)'),
    'UNKNOWN: whether composite alarm "night-edited" rings when alarm "acl-edited" does is not decided: ALARM(any-edited)',
  ],
  [
    'above: the name of the alarm could not be read',
    {
      alarm: { name: HIDDEN, arn: { ...HIDDEN, placeholder: 'arn:${Parameter}' } },
      ...through('ALARM("acl-edited")'),
    },
    'UNKNOWN: whether composite alarm "any-edited" rings when alarm Watch/Alarm does is not decided: ALARM("acl-edited")',
  ],
  [
    'above: under a condition',
    { compositeAlarm: { condition: 'IsProduction' } },
    'UNKNOWN: the condition "IsProduction" decides on deployment whether it is made',
  ],
  ['a topic under a condition, with an action that is not', { topic: { condition: 'IsProduction' } }, 'PASS'],
  [
    'above: a rule that could not be read',
    through(HIDDEN),
    'UNKNOWN: the rule of composite alarm "any-edited" could not be read: it comes from a parameter',
  ],
  ['above: this and what two constants make', through('ALARM("acl-edited") AND NOT (FALSE OR FALSE)'), RINGS],
  [
    'above: another one, or one whose region is known on deployment',
    through(
      'ALARM("route-edited") OR ALARM("arn:aws:cloudwatch:${AWS::Region}:111122223333:alarm:acl-edited")',
    ),
    undecided(
      'ALARM("route-edited") OR ALARM("arn:aws:cloudwatch:${AWS::Region}:111122223333:alarm:acl-edited")',
    ),
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
