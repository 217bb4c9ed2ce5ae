import { type App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { NaclChangeMonitor } from 'cdk-nacl-change-monitor';

/** The apps that every language writes in its own way. What TypeScript synthesizes, the others have to. */
export const CASES: Record<string, (app: App) => void> = {
  'without-monitor': (app) => {
    const stack = new Stack(app, 'Security');
    new Topic(stack, 'Topic');
  },

  default: (app) => {
    const stack = new Stack(app, 'Security');
    new NaclChangeMonitor(stack, 'NaclChanges', {
      subscriptions: [new EmailSubscription('security@example.com')],
    });
  },

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
      removalPolicy: RemovalPolicy.DESTROY,
    });
  },
};

/** The app of a user who forgot whom to tell. */
export function nobodyIsTold(app: App): void {
  const stack = new Stack(app, 'Security');
  new NaclChangeMonitor(stack, 'NaclChanges', {});
}
