import { App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { NaclChangeMonitor } from '../../src';
import { monitored, only, propertiesOf } from './monitored-stack';

const statementsOf = (stack: Stack, idPrefix: string) =>
  propertiesOf(stack, 'AWS::SNS::TopicPolicy', idPrefix).PolicyDocument.Statement;

// https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit
const tlsOnly = (topic: string) => ({
  Sid: 'AllowPublishThroughSSLOnly',
  Effect: 'Deny',
  Principal: '*',
  Action: 'sns:Publish',
  Resource: topic,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});

// An alarm with an umlaut in its name matches no ARN, so that nothing but the account is asked.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html#SNS_Confused_Deputy
const alarmsPublish = (
  Sid: string, // CDK numbers the statements of a topic policy
  topic: string,
  account = '${AWS::AccountId}',
) => ({
  Sid,
  Effect: 'Allow',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Action: 'sns:Publish',
  Resource: topic,
  Condition: { StringEquals: { 'aws:SourceAccount': account } },
});

test('nobody without TLS, and the alarms of this account', () => {
  const { stack } = monitored();
  const topic = `\${${only(stack, 'AWS::SNS::Topic').id}}`;
  expect(propertiesOf(stack, 'AWS::SNS::TopicPolicy', 'NaclChangesTopicPolicy').Topics).toEqual([topic]);
  expect(statementsOf(stack, 'NaclChangesTopicPolicy')).toEqual([tlsOnly(topic), alarmsPublish('1', topic)]);
});

test('in a known account and region: spelled out', () => {
  const { stack } = monitored({}, { env: { account: '111122223333', region: 'eu-central-1' } });
  const topic = `\${${only(stack, 'AWS::SNS::Topic').id}}`;
  expect(statementsOf(stack, 'NaclChangesTopicPolicy')).toEqual([
    tlsOnly(topic),
    alarmsPublish('1', topic, '111122223333'),
  ]);
});

test('a given topic of the same stack lets alarms publish and is left alone otherwise', () => {
  const { stack } = monitored((scope) => ({ topic: new Topic(scope, 'Pager') }));
  const topic = `\${${only(stack, 'AWS::SNS::Topic').id}}`;
  expect(statementsOf(stack, 'PagerPolicy')).toEqual([alarmsPublish('0', topic)]);
});

test('a given topic of another stack: its own stack has the policy, and needs nothing of the monitor’s', () => {
  const app = new App();
  const shared = new Stack(app, 'Shared');
  const stack = new Stack(app, 'Security');
  new NaclChangeMonitor(stack, 'NaclChanges', { topic: new Topic(shared, 'Pager') });
  const topic = `\${${only(shared, 'AWS::SNS::Topic').id}}`;
  expect(statementsOf(shared, 'PagerPolicy')).toEqual([alarmsPublish('0', topic)]);
  expect(shared.dependencies).toEqual([]);
  expect(stack.dependencies).toEqual([shared]);
});
