import { Duration } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { NaclChangeMonitorProps } from '../../src';
import { monitored, only, propertiesOf } from './monitored-stack';

test('organizationId: an organization trail', () => {
  const { stack } = monitored({ trail: { organizationId: 'o-a1b2c3d4e5' } });
  expect(only(stack, 'AWS::CloudTrail::Trail').Properties.IsOrganizationTrail).toBe(true);
});

test('objectLockRetention: governance mode on the bucket that is made', () => {
  const { stack } = monitored({ trail: { objectLockRetention: Duration.days(365) } });
  // Access logs cannot be delivered to a bucket with Object Lock, so the other bucket has none.
  expect(
    propertiesOf(stack, 'AWS::S3::Bucket', 'NaclChangesAccessLogsBucket').ObjectLockEnabled,
  ).toBeUndefined();
  const bucket = propertiesOf(stack, 'AWS::S3::Bucket', 'NaclChangesBucket');
  expect(bucket.ObjectLockEnabled).toBe(true);
  expect(bucket.ObjectLockConfiguration).toEqual({
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } },
  });
});

test.each<[string, Partial<NaclChangeMonitorProps>, string, object]>([
  [
    'trailName',
    { trail: { trailName: 'all-regions' } },
    'AWS::CloudTrail::Trail',
    { TrailName: 'all-regions' },
  ],
  ['logGroupName', { trail: { logGroupName: '/trail' } }, 'AWS::Logs::LogGroup', { LogGroupName: '/trail' }],
  [
    'logRetention',
    { trail: { logRetention: RetentionDays.TWO_YEARS } },
    'AWS::Logs::LogGroup',
    { RetentionInDays: 731 },
  ],
  ['alarmName', { alarm: { alarmName: 'ring' } }, 'AWS::CloudWatch::Alarm', { AlarmName: 'ring' }],
  ['period', { alarm: { period: Duration.minutes(1) } }, 'AWS::CloudWatch::Alarm', { Period: 60 }],
  ['metricName', { metricName: 'Edits' }, 'AWS::CloudWatch::Alarm', { MetricName: 'Edits' }],
  [
    'metricName and metricNamespace',
    { metricName: 'Edits', metricNamespace: 'Ours' },
    'AWS::Logs::MetricFilter',
    { MetricTransformations: [{ MetricName: 'Edits', MetricNamespace: 'Ours' }] },
  ],
  ['metricNamespace', { metricNamespace: 'Ours' }, 'AWS::CloudWatch::Alarm', { Namespace: 'Ours' }],
])('%s is taken', (_, props, type, expected) => {
  expect(only(monitored(props).stack, type).Properties).toMatchObject(expected);
});
