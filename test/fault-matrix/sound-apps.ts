import { join } from 'node:path';
import { type App, CfnOutput, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup, CfnMetricFilter, FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { NaclChangeMonitor } from '../../src';
import type { Case } from './case';
import { ALARM, ENV, PATTERN, SoundAccount, TRANSFORMATION } from './sound-account';

const sound = (id: string, what: string, build: (app: App) => void): Case => ({
  id,
  what,
  expected: 'PASS',
  build,
});

const EMAIL = [new EmailSubscription('security@example.com')];

/** Apps of other shapes, made with other libraries. */
export const SOUND_APPS: readonly Case[] = [
  sound('sound-monitor', 'NaclChangeMonitor', (app) => {
    new NaclChangeMonitor(new Stack(app, 'Security', { env: ENV }), 'NaclChanges', { subscriptions: EMAIL });
  }),
  sound('sound-monitor-agnostic', 'NaclChangeMonitor in a stack whose environment is not known', (app) => {
    new NaclChangeMonitor(new Stack(app, 'Security'), 'NaclChanges', { subscriptions: EMAIL });
  }),
  sound('sound-monitor-notices', 'NaclChangeMonitor with notices, a chat and a look-up', (app) => {
    new NaclChangeMonitor(new Stack(app, 'Security', { env: ENV }), 'NaclChanges', {
      subscriptions: EMAIL,
      notices: { subscriptions: EMAIL, chat: true, lookUp: true, dashboard: true, savedQuery: true },
    });
  }),
  sound('sound-monitor-organization', 'NaclChangeMonitor of an organization', (app) => {
    new NaclChangeMonitor(new Stack(app, 'Security', { env: ENV }), 'NaclChanges', {
      subscriptions: EMAIL,
      trail: { organizationId: 'o-exampleorgid', trailName: 'organization' },
    });
  }),
  sound('sound-monitor-nested', 'NaclChangeMonitor in a nested stack, its topic in the parent', (app) => {
    const parent = new Stack(app, 'Security', { env: ENV });
    const topic = new Topic(parent, 'Pager');
    new NaclChangeMonitor(new NestedStack(parent, 'Nested'), 'NaclChanges', { topic, subscriptions: EMAIL });
  }),
  sound('sound-monitor-stage', 'NaclChangeMonitor in a Stage, a stack without one beside it', (app) => {
    const stage = new Stage(app, 'Production', { env: ENV });
    new NaclChangeMonitor(new Stack(stage, 'Security'), 'NaclChanges', { subscriptions: EMAIL });
    new Topic(new Stack(stage, 'Workload'), 'Jobs');
  }),
  sound('sound-monitor-own-group', 'NaclChangeMonitor on the log group of a trail of the app', (app) => {
    const account = new SoundAccount(app);
    account.without(account.filter, account.alarm, account.topicPolicy, account.subscription, account.topic);
    new NaclChangeMonitor(account.stack, 'NaclChanges', {
      logGroup: LogGroup.fromLogGroupName(account.stack, 'TrailLogs', account.logGroup.ref),
      subscriptions: EMAIL,
    });
  }),
  sound('sound-level-2', 'resources of level 2, without keys', (app) => {
    const stack = new Stack(app, 'Security', { env: ENV });
    const logGroup = new LogGroup(stack, 'TrailLogs');
    new Trail(stack, 'Trail', { sendToCloudWatchLogs: true, cloudWatchLogGroup: logGroup });
    const filter = new MetricFilter(stack, 'Filter', {
      logGroup,
      filterPattern: FilterPattern.literal(PATTERN),
      metricNamespace: 'Audit',
      metricName: 'AclEdits',
      defaultValue: 0,
    });
    const topic = new Topic(stack, 'Pager');
    topic.addSubscription(new UrlSubscription('https://hooks.example.com/acl'));
    topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    filter
      .metric({ statistic: 'Sum' })
      .createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 })
      .addAlarmAction(new SnsAction(topic));
  }),
  sound('sound-level-2-pattern', "CDK's own FilterPattern, which quotes the names", (app) => {
    const account = new SoundAccount(app);
    const names = [...PATTERN.matchAll(/= (\w+)/g)].map(([, name]) => name);
    const { logPatternString } = FilterPattern.any(
      ...names.map((name) => FilterPattern.stringValue('$.eventName', '=', name)),
    );
    account.filter.filterPattern = logPatternString;
  }),
  sound('sound-two-stacks', 'filter and alarm in another stack than the trail', (app) => {
    const account = new SoundAccount(app);
    account.without(account.filter, account.alarm);
    const watch = new Stack(app, 'Watch', { env: ENV });
    new CfnMetricFilter(watch, 'AclFilter', {
      logGroupName: account.logGroup.ref,
      filterPattern: PATTERN,
      metricTransformations: [TRANSFORMATION],
    });
    new CfnAlarm(watch, 'Alarm', { ...ALARM, alarmActions: [account.topic.ref] });
  }),
  sound('sound-literal-names', 'filter and alarm in another stack, by names that are spelled out', (app) => {
    const account = new SoundAccount(app);
    account.without(account.filter, account.alarm);
    const watch = new Stack(app, 'Watch', { env: ENV });
    new CfnMetricFilter(watch, 'AclFilter', {
      logGroupName: '/audit/events',
      filterPattern: PATTERN,
      metricTransformations: [TRANSFORMATION],
    });
    new CfnAlarm(watch, 'Alarm', {
      ...ALARM,
      alarmActions: ['arn:aws:sns:eu-central-1:111122223333:security-pager'],
    });
  }),
  sound('sound-exports', 'filter and alarm in another stack, by exports', (app) => {
    const account = new SoundAccount(app);
    account.without(account.filter, account.alarm);
    new CfnOutput(account.stack, 'GroupName', { value: account.logGroup.ref, exportName: 'trail-group' });
    new CfnOutput(account.stack, 'TopicArn', { value: account.topic.ref, exportName: 'pager' });
    const watch = new Stack(app, 'Watch', { env: ENV });
    new CfnMetricFilter(watch, 'AclFilter', {
      logGroupName: Fn.importValue('trail-group'),
      filterPattern: PATTERN,
      metricTransformations: [TRANSFORMATION],
    });
    new CfnAlarm(watch, 'Alarm', { ...ALARM, alarmActions: [Fn.importValue('pager')] });
  }),
  sound('sound-other-region', 'a stack of another region beside the sound account', (app) => {
    new SoundAccount(app);
    new CfnLogGroup(new Stack(app, 'Elsewhere', { env: { ...ENV, region: 'us-east-1' } }), 'Logs');
  }),
  sound('sound-broken-beside', 'a chain that is broken beside the sound one', (app) => {
    new SoundAccount(app);
    const other = new Stack(app, 'Attempt', { env: ENV });
    const logGroup = new CfnLogGroup(other, 'Unfed', { logGroupName: '/audit/unfed' });
    new CfnMetricFilter(other, 'Filter', {
      logGroupName: logGroup.ref,
      filterPattern: PATTERN,
      metricTransformations: [{ ...TRANSFORMATION, metricName: 'Attempts' }],
    });
  }),
  sound('sound-include', 'a template that is included', (app) => {
    const stack = new Stack(app, 'Security', { env: ENV });
    new CfnInclude(stack, 'Included', { templateFile: join(__dirname, 'included-chain.yaml') });
  }),
];
