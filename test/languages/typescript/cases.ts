import { type App, Aspects, CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SqsSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  ChainScope,
  FindingSeverity,
  NaclChangeMonitor,
  NaclChangeMonitorValidator,
  RequireNaclChangeMonitor,
} from 'cdk-nacl-change-monitor';

/** Apps that every language writes in its own way. What TypeScript synthesizes, the others have to. */
export const CASES: Record<string, (app: App) => void> = {
  default: monitored,

  'bring-your-own-log-group': (app) => {
    const stack = new Stack(app, 'Security');
    const monitor = new NaclChangeMonitor(stack, 'NaclChanges', {
      logGroup: LogGroup.fromLogGroupName(stack, 'TrailLogs', 'my-trail'),
      topic: Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:us-east-1:111122223333:security'),
      alarm: { alarmName: 'nacl-changes', period: Duration.minutes(1) },
    });
    new CfnOutput(stack, 'Alarm', { value: monitor.alarm.alarmArn });
    new CfnOutput(stack, 'MadeTrail', { value: `${monitor.trail !== undefined}` });
    new CfnOutput(stack, 'Pattern', { value: NaclChangeMonitor.FILTER_PATTERN });
    new CfnOutput(stack, 'Events', { value: NaclChangeMonitor.EVENT_NAMES.join(' ') });
  },

  'trail-options': (app) => {
    const stack = new Stack(app, 'Security');
    new NaclChangeMonitor(stack, 'NaclChanges', {
      subscriptions: [
        new EmailSubscription('security@example.com'),
        new UrlSubscription('https://example.com/alarms'),
      ],
      trail: {
        trailName: 'management-events',
        logRetention: RetentionDays.TWO_YEARS,
        organizationId: 'o-exampleorgid',
        objectLockRetention: Duration.days(365),
      },
      encryptionKey: new Key(stack, 'Key'),
      metricNamespace: 'Security/Subnets',
      metricName: 'PacketFilterEdits',
      notices: {
        subscriptions: [new EmailSubscription('network@example.com')],
        ignorePrincipals: ['arn:aws:iam::*:role/pipelines/*'],
        savedQuery: true,
      },
      removalPolicy: RemovalPolicy.DESTROY,
    });
  },

  'require-monitor': (app) => {
    threeAccounts(app);
    Aspects.of(app).add(new RequireNaclChangeMonitor());
  },

  'require-monitor-in-every-stack': (app) => {
    threeAccounts(app);
    new Stack(app, 'Network');
    Aspects.of(app).add(
      new RequireNaclChangeMonitor({
        scope: ChainScope.STACK,
        severity: FindingSeverity.ERROR,
        coveredAccounts: [{ account: '444455556666', reason: 'Its own pipeline deploys a monitor.' }],
      }),
    );
  },

  validator: (app) => {
    threeAccounts(app);
    Validations.of(app).addPlugins(new NaclChangeMonitorValidator());
  },
};

/** Apps that are refused. */
export const MISTAKES: Record<string, (app: App) => void> = {
  'nobody-is-told': (app) => {
    const stack = new Stack(app, 'Security');
    new NaclChangeMonitor(stack, 'NaclChanges', {});
  },

  'account-of-four-digits': (app) => {
    const coveredAccounts = [{ account: '4444', reason: 'Its own pipeline deploys a monitor.' }];
    Aspects.of(app).add(new RequireNaclChangeMonitor({ coveredAccounts }));
  },
};

function monitored(app: App): void {
  const stack = new Stack(app, 'Security');
  new NaclChangeMonitor(stack, 'NaclChanges', {
    subscriptions: [new EmailSubscription('security@example.com')],
  });
}

/** The stacks of `examples/`, and one in a third account, whose owner accepts that nothing listens. */
function threeAccounts(app: App): void {
  const security = new Stack(app, 'Security');
  const queue = new Queue(security, 'Alarms');
  const listeners = [new EmailSubscription('security@example.com'), new SqsSubscription(queue)];
  new NaclChangeMonitor(security, 'NaclChanges', {
    subscriptions: listeners,
    notices: { subscriptions: listeners },
  });
  new Stack(app, 'Workload', { env: { account: '444455556666', region: 'eu-west-1' } });
  const sandbox = new Stack(app, 'Sandbox', { env: { account: '777788889999', region: 'eu-west-1' } });
  Validations.of(sandbox).acknowledge({
    id: 'cdk-nacl-change-monitor:trail-all-regions',
    reason: 'Nothing but experiments.',
  });
}
