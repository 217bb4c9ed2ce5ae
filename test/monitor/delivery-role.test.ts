import { Template } from 'aws-cdk-lib/assertions';
import { monitored, only } from './monitored-stack';
import { readable } from './readable';

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html

test.each([
  ['env-agnostic', {}],
  ['in a known account', { env: { account: '111122223333', region: 'eu-central-1' } }],
])('%s: CloudTrail alone assumes it', (_, stackProps) => {
  const { stack } = monitored({}, stackProps);
  const { Properties } = only(stack, 'AWS::IAM::Role');
  expect(Properties.AssumeRolePolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ]);
  expect(Properties.Policies).toBeUndefined();
  expect(Properties.ManagedPolicyArns).toBeUndefined();
});

test.each([
  ['a trail', {}],
  // Streams of member accounts are named after them, so the one group's ARN covers them too.
  ['an organization trail', { organizationId: 'o-a1b2c3d4e5' }],
])('for %s: may create streams and put events in the one group, and nothing else', (_, trail) => {
  const { stack } = monitored({ trail });
  const role = only(stack, 'AWS::IAM::Role').id;
  const group = only(stack, 'AWS::Logs::LogGroup').id;
  expect(readable(only(stack, 'AWS::IAM::ManagedPolicy').Properties)).toEqual({
    Description: 'Write to the log group of the network ACL change monitor',
    Path: '/',
    Roles: [`\${${role}}`],
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        // The attribute Arn of a log group ends in `:*`, which means its streams.
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `\${${group}.Arn}`,
        },
      ],
    },
  });
  Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
});
