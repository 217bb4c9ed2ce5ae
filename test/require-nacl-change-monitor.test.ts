import { readFileSync } from 'node:fs';
import { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CfnVPC } from 'aws-cdk-lib/aws-ec2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ChainScope, FindingSeverity, NaclChangeMonitor } from '../src';
import { ADD_MONITOR, demand, ENV, flagged, makeApp, messagesOf, NO_TRAIL } from './policy-validation/apps';
import { bareStack, monitoredStack } from './policy-validation/chains';

const HOW_TO_KNOW =
  'To know what is deployed, run "npx nacl-change-monitor audit" with credentials of account 111122223333: it reads, and changes nothing. If the chain is sound, declare the account covered with a reason (coveredAccounts), or acknowledge cdk-nacl-change-monitor:trail-all-regions.';
const ACCOUNT_MESSAGE = `${NO_TRAIL('account 111122223333')} Fix: ${ADD_MONITOR}.`;

test('a stack whose account nobody monitors is warned, with the account, the missing link and the remedy', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  demand(app);
  expect(messagesOf(app)).toEqual([
    `warning Network: ${ACCOUNT_MESSAGE} [ack: cdk-nacl-change-monitor:trail-all-regions]`,
  ]);
});

test('of a chain that is broken, the first broken link is named with its resource', () => {
  const app = makeApp();
  const { alarm, subscription } = monitoredStack(app, 'Monitoring', ENV);
  alarm.alarmActions = ['arn:aws:sns:eu-central-1:111122223333:nobody-listens'];
  alarm.metricName = 'SomethingElse';
  subscription.protocol = 'email';
  demand(app);
  expect(messagesOf(app)).toEqual([
    "warning Monitoring: No sound chain in account 111122223333 reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 6 of 8, alarm-metric: no alarm watches Company/Network/PacketFilterEdits (Monitoring/Counter). Fix: add metricFilter.metric({ statistic: 'Sum' }).createAlarm(this, 'Alarm', { threshold: 1, evaluationPeriods: 1 }). [ack: cdk-nacl-change-monitor:alarm-metric]",
  ]);
});

test('with severity error the app cannot be deployed', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  demand(app, { severity: FindingSeverity.ERROR });
  expect(messagesOf(app)).toEqual([
    `error Network: ${ACCOUNT_MESSAGE} (cdk-nacl-change-monitor:trail-all-regions)`,
  ]);
});

test.each([[FindingSeverity.WARNING], [FindingSeverity.ERROR]])(
  'with severity %s, what is outside the app is a note with the reason',
  (severity) => {
    const app = makeApp();
    const stack = new Stack(app, 'Monitoring', { env: ENV });
    new NaclChangeMonitor(stack, 'NaclChanges', {
      logGroup: LogGroup.fromLogGroupName(stack, 'TrailLogs', 'management-events'),
      subscriptions: [new UrlSubscription('https://hooks.example.com/nacl')],
    });
    demand(app, { severity });
    expect(messagesOf(app)).toEqual([
      `info Monitoring: Not known whether a sound chain in account 111122223333 reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 1 of 8, trail-all-regions: whether a multi-region trail feeds log group "management-events" could not be read: it is not part of the evidence. Fix: audit the deployed account, or the app that has the trail. ${HOW_TO_KNOW} [ack: cdk-nacl-change-monitor:trail-all-regions]`,
    ]);
  },
);

test('a monitor of this library is a sound chain', () => {
  const app = makeApp();
  new NaclChangeMonitor(new Stack(app, 'Monitoring', { env: ENV }), 'NaclChanges', {
    subscriptions: [new UrlSubscription('https://hooks.example.com/nacl')],
  });
  demand(app);
  expect(messagesOf(app)).toEqual([]);
});

test('a chain of level 1 is a sound chain', () => {
  const app = makeApp();
  monitoredStack(app, 'Monitoring', ENV);
  demand(app);
  expect(messagesOf(app)).toEqual([]);
});

test('assertions on annotations and templates see what they would see of any Aspect', () => {
  const app = makeApp();
  const stack = bareStack(app, 'Network', ENV);
  demand(app);
  Template.fromStack(stack).resourceCountIs('AWS::SNS::Topic', 1);
  const annotations = Annotations.fromStack(stack);
  annotations.hasWarning('/Network', Match.stringLikeRegexp('^No sound chain in account 111122223333'));
  annotations.hasNoError('*', Match.anyValue());
  annotations.hasNoInfo('*', Match.anyValue());
});

test('no template changes by a byte', () => {
  const templates = (...aspects: number[]) => {
    const app = makeApp();
    const { topic } = monitoredStack(app, 'Monitoring', ENV);
    const consumer = bareStack(app, 'Consumer', ENV);
    new CfnVPC(consumer, 'Vpc', { tags: [{ key: 'pager', value: topic.ref }] });
    new NaclChangeMonitor(new Stack(app, 'Agnostic'), 'NaclChanges', {
      subscriptions: [new UrlSubscription('https://hooks.example.com/nacl')],
    });
    for (const _ of aspects) demand(app, { scope: ChainScope.STACK });
    return app.synth().stacks.map(({ templateFullPath }) => readFileSync(templateFullPath, 'utf8'));
  };
  expect(templates(1, 2)).toEqual(templates());
});

test.each([
  ['a part of the stack', (stack: Stack) => stack.node.findChild('Orders')],
  ['the stack', (stack: Stack) => stack],
])('added to %s it judges the stack', (_, scope) => {
  const app = makeApp();
  const stack = bareStack(app, 'Network', ENV);
  bareStack(app, 'Others', ENV);
  demand(scope(stack));
  expect(flagged(app)).toEqual(['warning Network']);
});
