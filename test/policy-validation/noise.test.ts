import { Stack, Stage, Validations } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import type { CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { ChainScope } from '../../src';
import { ADD_MONITOR, demand, ENV, flagged, makeApp, messagesOf, NO_TRAIL, OTHER_ENV } from './apps';
import { bareStack, monitoredStack } from './chains';

const ACK = '[ack: cdk-nacl-change-monitor:trail-all-regions]';

test('of an account with many stacks the first is told everything, the others where to look', () => {
  const app = makeApp();
  for (const id of ['A', 'B', 'C']) bareStack(app, id, ENV);
  bareStack(app, 'Foreign', OTHER_ENV);
  demand(app);
  const lookAtA =
    'No sound chain in account 111122223333 reports network ACL changes: see the message of stack A.';
  expect(messagesOf(app)).toEqual([
    `warning A: ${NO_TRAIL('account 111122223333')} Fix: ${ADD_MONITOR}. ${ACK}`,
    `warning B: ${lookAtA} ${ACK}`,
    `warning C: ${lookAtA} ${ACK}`,
    `warning Foreign: ${NO_TRAIL('account 444455556666')} Fix: ${ADD_MONITOR}. ${ACK}`,
  ]);
});

test('where the first stack accepts the finding, the next one is told everything', () => {
  const app = makeApp();
  const [first] = ['A', 'B', 'C'].map((id) => bareStack(app, id, ENV));
  Validations.of(first).acknowledge({ id: 'cdk-nacl-change-monitor:trail-all-regions', reason: 'sandbox' });
  demand(app);
  expect(messagesOf(app)).toEqual([
    `warning B: ${NO_TRAIL('account 111122223333')} Fix: ${ADD_MONITOR}. ${ACK}`,
    `warning C: No sound chain in account 111122223333 reports network ACL changes: see the message of stack B. ${ACK}`,
  ]);
});

test('what is not known is told once an account', () => {
  const app = makeApp();
  const [first] = ['A', 'B'].map((id) => bareStack(app, id, ENV));
  new CfnTrail(first, 'Trail', {
    s3BucketName: 'log-archive',
    isLogging: true,
    isMultiRegionTrail: true,
    cloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-central-1:444455556666:log-group:/central:*',
    cloudWatchLogsRoleArn: 'arn:aws:iam::444455556666:role/writer',
  });
  demand(app);
  expect(flagged(app)).toEqual(['info A']);
});

test('by stack, every stack is told everything', () => {
  const app = makeApp();
  for (const id of ['A', 'B']) bareStack(app, id, ENV);
  demand(app, { scope: ChainScope.STACK });
  expect(messagesOf(app)).toEqual(
    ['A', 'B'].map((id) => `warning ${id}: ${NO_TRAIL(`stack ${id}`)} Fix: ${ADD_MONITOR}. ${ACK}`),
  );
});

test('stacks that the CDK makes by itself are not flagged', () => {
  const app = makeApp();
  for (const id of [
    'cross-region-stack-111122223333:us-east-1',
    'cross-account-support-stack-111122223333',
    'edge-lambda-stack-c8f0',
  ]) {
    new Stack(app, id, { env: ENV, stackName: `support-${id.length}` });
  }
  demand(app);
  expect(flagged(app)).toEqual([]);
  bareStack(app, 'Network', ENV);
  expect(flagged(app, { force: true })).toEqual(['warning Network']);
});

test('what a reader should know of a sound chain is an info message', () => {
  const app = makeApp();
  const { filter } = monitoredStack(app, 'Monitoring', ENV);
  filter.filterPattern = '{ $.eventName = *NetworkAcl* }';
  new Stack(app, 'Other', { env: ENV });
  demand(app);
  expect(messagesOf(app)).toEqual([
    'info Monitoring: A sound chain in account 111122223333 reports network ACL changes. To know: metric filter Monitoring/Counter counts every change, and also names like *NetworkAcl* (Monitoring/Counter). [ack: cdk-nacl-change-monitor:note]',
  ]);
});

test('a pattern in other words is a finding where the exact text is demanded', () => {
  const app = makeApp();
  const { filter } = monitoredStack(app, 'Monitoring', ENV);
  demand(app, { exactPattern: true });
  expect(flagged(app)).toEqual([]);
  (filter as CfnMetricFilter).filterPattern = '{ $.eventName = *NetworkAcl* }';
  expect(flagged(app, { force: true })).toEqual(['warning Monitoring']);
});

describe('settings that do nothing', () => {
  test('a misspelt id that is acknowledged is told', () => {
    const app = makeApp();
    const { stack } = monitoredStack(app, 'Monitoring', ENV);
    Validations.of(stack).acknowledge({ id: 'cdk-nacl-change-monitor:trail-all-region', reason: 'typo' });
    Validations.of(stack).acknowledge({ id: 'cdk-nacl-change-monitor:trail-logging', reason: 'known' });
    Validations.of(stack).acknowledge({ id: 'AwsSolutions-SNS3', reason: "somebody else's" });
    demand(app);
    expect(messagesOf(app)).toEqual([
      'warning Monitoring: "cdk-nacl-change-monitor:trail-all-region" is acknowledged, and there is no such finding: take the id from the message that it is to accept. [ack: cdk-nacl-change-monitor:acknowledge-unknown]',
    ]);
  });

  test('a covered account in which the app has no stack is told', () => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    bareStack(new Stage(app, 'Elsewhere', { env: OTHER_ENV }), 'Network');
    const reason = 'monitored by the organization';
    demand(app, {
      coveredAccounts: [
        { account: '444455556666', reason },
        { account: '444455556667', reason },
      ],
    });
    expect(messagesOf(app)).toEqual([
      'info Monitoring: coveredAccounts names account 444455556667, in which the app has no stack: leave it out, or check its digits. [ack: cdk-nacl-change-monitor:covered-account-unknown]',
    ]);
  });
});
