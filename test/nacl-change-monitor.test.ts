import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { NaclChangeMonitorProps } from '../src';
import { monitored, only } from './monitor/monitored-stack';
import { readable } from './monitor/readable';

/** What a reference points at: the resource, whichever of its attributes is asked for. */
function target(stack: Stack, reference: any) {
  const id = reference.Ref ?? reference['Fn::GetAtt']?.[0];
  return { id, ...Template.fromStack(stack).toJSON().Resources[id] };
}

// Eight links, each found by following the one before it and not by its type: eight sound parts that do not hang
// together would be no chain.
test.each<[string, (stack: Stack) => Partial<NaclChangeMonitorProps>]>([
  ['all of it made', () => ({})],
  ['own names left out', () => ({ metricNamespace: undefined, metricName: undefined })],
  ['an organization’s', () => ({ trail: { organizationId: 'o-a1b2c3d4e5' } })],
  ['with a given bucket', (scope) => ({ trail: { bucket: new Bucket(scope, 'LogFiles') } })],
])('the chain holds from the trail to the subscriber: %s', (_, props) => {
  const { stack } = monitored((scope) => props(scope));
  const trail = only(stack, 'AWS::CloudTrail::Trail').Properties;
  expect(trail.IsMultiRegionTrail).toBe(true);
  expect(trail.IsLogging).toBe(true);
  expect(trail.EventSelectors).toEqual([{ IncludeManagementEvents: true, ReadWriteType: 'All' }]);

  const group = target(stack, trail.CloudWatchLogsLogGroupArn);
  expect(group.Type).toBe('AWS::Logs::LogGroup');

  const filter = only(stack, 'AWS::Logs::MetricFilter').Properties;
  expect(filter.LogGroupName).toEqual({ Ref: group.id });
  expect(filter.FilterPattern).toBe(
    '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }',
  );

  const alarm = only(stack, 'AWS::CloudWatch::Alarm').Properties;
  const [transformation] = filter.MetricTransformations;
  expect([alarm.Namespace, alarm.MetricName]).toEqual([
    transformation.MetricNamespace,
    transformation.MetricName,
  ]);

  expect(alarm.ActionsEnabled ?? true).toBe(true);
  const topic = target(stack, alarm.AlarmActions[0]);
  expect(topic.Type).toBe('AWS::SNS::Topic');
  expect(only(stack, 'AWS::SNS::Subscription').Properties.TopicArn).toEqual({ Ref: topic.id });
});

describe('properties', () => {
  test('are the parts that were made', () => {
    const { stack, monitor } = monitored();
    const resolved = (value: unknown) => readable(stack.resolve(value));
    const ref = (type: string) => `\${${only(stack, type).id}}`;
    expect(resolved(monitor.trail?.ref)).toBe(ref('AWS::CloudTrail::Trail'));
    expect(resolved(monitor.logGroup.logGroupName)).toBe(ref('AWS::Logs::LogGroup'));
    expect(resolved(monitor.deliveryRole?.roleName)).toBe(ref('AWS::IAM::Role'));
    expect(resolved(monitor.encryptionKey?.keyId)).toBe(ref('AWS::KMS::Key'));
    expect(resolved(monitor.topic.topicArn)).toBe(ref('AWS::SNS::Topic'));
    expect(resolved(monitor.alarm.alarmName)).toBe(ref('AWS::CloudWatch::Alarm'));
    expect(resolved(monitor.bucket?.bucketName)).toMatch(/^\$\{NaclChangesBucket/);
    expect(resolved(monitor.accessLogsBucket?.bucketName)).toMatch(/^\$\{NaclChangesAccessLogsBucket/);
    expect(stack.resolve(monitor.metricFilter.metric().metricName)).toBe('PacketFilterEdits');
  });

  test('the metric is the one that the alarm watches, for dashboards and alarms of one’s own', () => {
    const { monitor } = monitored();
    const { namespace, metricName, statistic } = monitor.metric;
    expect([namespace, metricName, statistic]).toEqual(['Company/Network', 'PacketFilterEdits', 'Sum']);
    expect(monitor.metric.period.toMinutes()).toBe(5);
  });

  test('are the parts that were passed', () => {
    let topic: Topic | undefined;
    const { monitor } = monitored((scope) => {
      topic = new Topic(scope, 'Pager');
      return { topic };
    });
    expect(monitor.topic).toBe(topic);
  });
});
