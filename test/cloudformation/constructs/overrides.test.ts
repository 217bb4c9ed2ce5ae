import { CfnCondition, CfnResource, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import { ENV } from '../../policy-validation/apps';
import { monitoredStack, soundChain } from '../../policy-validation/chains';
import { judgedBothWays } from './both-ways';

type Chain = ReturnType<typeof monitoredStack>;
const judged = (change: (chain: Chain) => void) =>
  judgedBothWays((app) => change(monitoredStack(app, 'Monitoring', ENV)));

const UNKNOWN_ALARM =
  'UNKNOWN alarm-metric: the condition "Maybe" decides on deployment whether it is made (Monitoring/Bell).';

test('a condition of a nested stack is one of all that is in it', () => {
  expect(
    judgedBothWays((app) => {
      const stack = new Stack(app, 'Security', { env: ENV });
      const nested = new NestedStack(stack, 'Inner');
      soundChain(nested);
      const expression = Fn.conditionEquals('a', 'b');
      (nested.nestedStackResource as CfnResource).cfnOptions.condition = new CfnCondition(stack, 'Maybe', {
        expression,
      });
    }),
  ).toMatch(/^UNKNOWN trail-all-regions: the condition "Maybe" decides on deployment whether it is made/);
});

test.each<[string, (chain: Chain) => void, string]>([
  ['nothing', () => {}, 'PASS'],
  [
    'a member set after the fact',
    ({ alarm }) => {
      alarm.actionsEnabled = false;
    },
    'FAIL alarm-actions-enabled: the actions of alarm Monitoring/Bell are disabled (Monitoring/Bell).',
  ],
  [
    'addPropertyOverride',
    ({ alarm }) => alarm.addPropertyOverride('ActionsEnabled', false),
    'FAIL alarm-actions-enabled: the actions of alarm Monitoring/Bell are disabled (Monitoring/Bell).',
  ],
  [
    'addPropertyOverride of what is read first',
    ({ alarm }) => alarm.addPropertyOverride('MetricName', 'SubnetEdits'),
    'FAIL alarm-metric: no alarm watches Company/Network/PacketFilterEdits (Monitoring/Counter).',
  ],
  [
    'addPropertyOverride deep inside',
    ({ filter }) => filter.addPropertyOverride('MetricTransformations.0.MetricName', 'SubnetEdits'),
    'FAIL alarm-metric: no alarm watches Company/Network/SubnetEdits (Monitoring/Counter).',
  ],
  [
    'addPropertyOverride with a reference',
    ({ subscription, topic, alarm, stack }) => {
      const other = new CfnResource(stack, 'Other', { type: 'AWS::SNS::Topic' });
      alarm.addPropertyOverride('AlarmActions', [other.ref]);
      subscription.addPropertyOverride('TopicArn', topic.ref);
    },
    'FAIL subscription: topic Monitoring/Other has no subscription (Monitoring/Other).',
  ],
  [
    'addOverride of a property',
    ({ trail }) => trail.addOverride('Properties.IsMultiRegionTrail', false),
    'FAIL trail-all-regions: trail Monitoring/Recorder covers eu-central-1 only (Monitoring/Recorder).',
  ],
  [
    'addPropertyDeletionOverride',
    ({ trail }) => trail.addPropertyDeletionOverride('CloudWatchLogsLogGroupArn'),
    'FAIL trail-log-group: trail Monitoring/Recorder feeds no log group; it may feed an external SIEM through S3, which the benchmark accepts from v4.0 and nobody can see here (Monitoring/Recorder).',
  ],
  [
    'addDeletionOverride of all properties',
    ({ filter }) => filter.addDeletionOverride('Properties'),
    'FAIL metric-filter-pattern: no metric filter on log group Monitoring/Events (Monitoring/Events).',
  ],
  [
    'a type that is no longer the one',
    ({ topic }) => topic.addOverride('Type', 'AWS::SQS::Queue'),
    'FAIL alarm-topic: alarm Monitoring/Bell notifies no SNS topic, only ${Monitoring.Pager} (Monitoring/Bell).',
  ],
  [
    'a type that becomes the one',
    ({ stack, alarm, subscription }) => {
      const custom = new CfnResource(stack, 'Custom', { type: 'Company::Paging::Topic' });
      custom.addOverride('Type', 'AWS::SNS::Topic');
      alarm.alarmActions = [custom.ref];
      subscription.topicArn = custom.ref;
    },
    'PASS',
  ],
  [
    'a condition',
    ({ stack, alarm }) => {
      alarm.cfnOptions.condition = new CfnCondition(stack, 'Maybe', {
        expression: Fn.conditionEquals('a', 'b'),
      });
    },
    UNKNOWN_ALARM,
  ],
  [
    'a condition that comes as an override',
    ({ stack, alarm }) => {
      new CfnCondition(stack, 'Maybe', { expression: Fn.conditionEquals('a', 'b') });
      alarm.addOverride('Condition', 'Maybe');
    },
    UNKNOWN_ALARM,
  ],
  [
    'a condition that goes with an override',
    ({ stack, alarm }) => {
      alarm.cfnOptions.condition = new CfnCondition(stack, 'Maybe', {
        expression: Fn.conditionEquals('a', 'b'),
      });
      alarm.addDeletionOverride('Condition');
    },
    'PASS',
  ],
  ['another logical id', ({ logGroup }) => logGroup.overrideLogicalId('TrailLogs'), 'PASS'],
])('%s', (_, change, expected) => {
  expect(judged(change)).toBe(expected);
});
