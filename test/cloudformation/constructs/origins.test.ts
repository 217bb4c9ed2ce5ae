import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { Alarm, AlarmRule, AlarmState, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { declaredInConstructs } from '../../../src/cloudformation/from-constructs';
import { ENV, makeApp } from '../../policy-validation/apps';
import { bareStack, monitoredStack, PATTERN } from '../../policy-validation/chains';
import { judgedBothWays } from './both-ways';

/** A chain as the CDK's own constructs make it. */
function highLevelChain(stack: Stack) {
  const trail = new Trail(stack, 'Recorder', { sendToCloudWatchLogs: true });
  const filter = new MetricFilter(stack, 'Counter', {
    logGroup: trail.logGroup as LogGroup,
    filterPattern: FilterPattern.literal(PATTERN),
    metricNamespace: 'Company/Network',
    metricName: 'PacketFilterEdits',
  });
  const alarm = new Alarm(stack, 'Bell', {
    metric: filter.metric({ statistic: 'Sum' }),
    threshold: 1,
    evaluationPeriods: 1,
  });
  const topic = new Topic(stack, 'Pager');
  topic.addSubscription(new UrlSubscription('https://hooks.example.com/nacl'));
  return { trail, alarm, topic };
}
const stackIn = (app: ReturnType<typeof makeApp>) => new Stack(app, 'Security', { env: ENV });

test('constructs of the CDK', () => {
  expect(
    judgedBothWays((app) => {
      const { alarm, topic } = highLevelChain(stackIn(app));
      alarm.addAlarmAction(new SnsAction(topic));
    }),
  ).toBe('PASS');
});

test('a topic above the alarm, on a composite one', () => {
  expect(
    judgedBothWays((app) => {
      const stack = stackIn(app);
      const { alarm, topic } = highLevelChain(stack);
      const any = new CompositeAlarm(stack, 'AnyBell', {
        alarmRule: AlarmRule.fromAlarm(alarm, AlarmState.ALARM),
      });
      any.addAlarmAction(new SnsAction(topic));
    }),
  ).toBe('PASS');
});

test('an imported topic is not known', () => {
  expect(
    judgedBothWays((app) => {
      const stack = stackIn(app);
      const { alarm } = highLevelChain(stack);
      const arn = 'arn:aws:sns:eu-central-1:111122223333:security';
      alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(stack, 'Imported', arn)));
    }),
  ).toMatch(/^UNKNOWN .* topic "security" is not part of the evidence\.$/);
});

test('an imported log group is not known', () => {
  expect(
    judgedBothWays((app) => {
      const { stack, filter } = monitoredStack(app, 'Monitoring', ENV);
      stack.node.tryRemoveChild('Recorder');
      filter.logGroupName = LogGroup.fromLogGroupName(stack, 'Imported', 'trail').logGroupName;
    }),
  ).toMatch(/^UNKNOWN trail-all-regions: .*log group "trail"/);
});

test('an included template', () => {
  const templateFile = join(__dirname, '../../policy-validation/fixtures/muted-chain.yaml');
  expect(judgedBothWays((app) => new CfnInclude(stackIn(app), 'Chain', { templateFile }))).toBe(
    'FAIL alarm-actions-enabled: the actions of alarm Security/Chain/Bell are disabled (Security/Chain/Bell).',
  );
  expect(
    judgedBothWays((app) => {
      const chain = new CfnInclude(stackIn(app), 'Chain', { templateFile });
      chain.getResource('Bell').addPropertyOverride('ActionsEnabled', true);
    }),
  ).toBe('PASS');
});

test('a rule of EventBridge on the same events is told as one that compensates', () => {
  expect(
    judgedBothWays((app) => {
      const stack = bareStack(app, 'Network', ENV);
      new Rule(stack, 'Watch', {
        eventPattern: {
          source: ['aws.ec2'],
          detailType: ['AWS API Call via CloudTrail'],
          detail: {
            eventName: [
              'CreateNetworkAcl',
              'CreateNetworkAclEntry',
              'DeleteNetworkAcl',
              'DeleteNetworkAclEntry',
              'ReplaceNetworkAclEntry',
              'ReplaceNetworkAclAssociation',
            ],
          },
        },
        targets: [new SnsTopic(new Topic(stack, 'Pager'))],
      });
    }),
  ).toBe(
    'FAIL trail-all-regions: there is no trail. An EventBridge rule watches the same events (Network/Watch/Resource): a compensating control, but not this one.',
  );
});

test('each resource is told with construct, template, logical id and line', () => {
  const app = makeApp();
  monitoredStack(app, 'Monitoring', ENV);
  const { declarations } = declaredInConstructs(app);
  expect(declarations.find(({ type }) => type === 'AWS::CloudWatch::Alarm')?.origin).toEqual({
    path: 'Monitoring/Bell',
    template: 'Monitoring.template.json',
    logicalId: 'Bell',
    source: expect.stringMatching(/^test\/policy-validation\/chains\.ts:\d+$/),
  });
});
