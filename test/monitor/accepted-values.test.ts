import { CfnParameter, Duration, Lazy, type Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type CfnLogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { monitored, only } from './monitored-stack';

const HERE = { env: { account: '111122223333', region: 'eu-central-1' } };

// None of them is valid as a literal, so each proves that the check was passed over.
test.each<[string, (stack: Stack) => string, unknown]>([
  ['a parameter', (scope) => new CfnParameter(scope, 'Text').valueAsString, { Ref: 'Text' }],
  ['a lazy value', () => Lazy.string({ produce: () => 'aws/--:' }), 'aws/--:'],
])('%s is let through wherever a name is checked', (_, value, rendered) => {
  const { stack } = monitored((scope) => {
    const text = value(scope);
    return {
      trail: { trailName: text, logGroupName: text, organizationId: text },
      alarm: { alarmName: text },
      metricName: text,
      metricNamespace: text,
    };
  });
  expect(only(stack, 'AWS::CloudTrail::Trail').Properties).toMatchObject({
    TrailName: rendered,
    IsOrganizationTrail: true,
  });
  expect(only(stack, 'AWS::Logs::LogGroup').Properties.LogGroupName).toEqual(rendered);
  expect(only(stack, 'AWS::CloudWatch::Alarm').Properties).toMatchObject({
    AlarmName: rendered,
    MetricName: rendered,
    Namespace: rendered,
  });
});

test('a log group whose name or class is known at deployment only is let through', () => {
  const { stack } = monitored((scope) => {
    const logGroup = new LogGroup(scope, 'L', {
      logGroupName: new CfnParameter(scope, 'Name').valueAsString,
    });
    (logGroup.node.defaultChild as CfnLogGroup).logGroupClass = new CfnParameter(
      scope,
      'Class',
    ).valueAsString;
    return { logGroup };
  }, HERE);
  expect(only(stack, 'AWS::Logs::LogGroup').Properties.LogGroupClass).toEqual({ Ref: 'Class' });
});

test('parts of a region are let through where the monitor’s is known at deployment only', () => {
  const { stack } = monitored((scope) => ({
    logGroup: LogGroup.fromLogGroupArn(scope, 'L', 'arn:aws:logs:us-east-1:111122223333:log-group:g:*'),
    topic: Topic.fromTopicArn(scope, 'T', 'arn:aws:sns:us-east-1:111122223333:pager'),
  }));
  expect(only(stack, 'AWS::Logs::MetricFilter').Properties.LogGroupName).toBe('g');
});

test('a topic of another account is let through, because alarms may notify it', () => {
  const { stack } = monitored(
    (scope) => ({ topic: Topic.fromTopicArn(scope, 'T', 'arn:aws:sns:eu-central-1:444455556666:pager') }),
    HERE,
  );
  expect(only(stack, 'AWS::CloudWatch::Alarm').Properties.AlarmActions).toEqual([
    'arn:aws:sns:eu-central-1:444455556666:pager',
  ]);
});

test('four actions besides the topic are taken', () => {
  const { stack } = monitored((scope) => ({
    alarmActions: [1, 2, 3, 4].map((n) => new SnsAction(new Topic(scope, `T${n}`))),
  }));
  expect(only(stack, 'AWS::CloudWatch::Alarm').Properties.AlarmActions).toHaveLength(5);
});

test.each([
  'abc', // the shortest
  'a'.repeat(128), // the longest
  'My-Trail_1.all',
  '192.168.5.4.5', // no address
])('trail name %s is taken', (trailName) => {
  const { stack } = monitored({ trail: { trailName } });
  expect(only(stack, 'AWS::CloudTrail::Trail').Properties.TrailName).toBe(trailName);
});

// Control Tower's group, whose name would be refused with a slash after `aws`.
test.each(['/', 'aws-controltower/CloudTrailLogs', 'aws', '/aws/x', '#_-.9', 'a'.repeat(512)])(
  'log group name %s is taken',
  (name) => {
    const { stack } = monitored((scope) => ({ logGroup: LogGroup.fromLogGroupName(scope, 'L', name) }));
    expect(only(stack, 'AWS::Logs::MetricFilter').Properties.LogGroupName).toBe(name);
  },
);

test.each([1, 5, 60, 7 * 24 * 60])('a period of %d minutes is taken', (minutes) => {
  const { stack } = monitored({ alarm: { period: Duration.minutes(minutes) } });
  expect(only(stack, 'AWS::CloudWatch::Alarm').Properties.Period).toBe(minutes * 60);
});

test.each([1, 36_500])('a lock of %d days is taken', (days) => {
  const { stack } = monitored({ trail: { objectLockRetention: Duration.days(days) } });
  expect(stack.node.tryFindChild('NaclChanges')).toBeDefined();
});
