import { App, Stack } from 'aws-cdk-lib';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { cdk, LANGUAGE_NAMES } from '../../../cli/src/plan/outputs/cdk';
import { cloudFormation } from '../../../cli/src/plan/outputs/cloudformation';
import { terraform } from '../../../cli/src/plan/outputs/terraform';
import { NaclChangeMonitor } from '../../../src';
import { typeErrors } from '../../type-errors';
import { ALL, FILTER_AND_ALARM, WHOLE, WITH_GROUP, WITH_KEY, WITH_TOPIC } from './stacks';

test('a filter and an alarm for CloudFormation', () => {
  expect(JSON.parse(cloudFormation(FILTER_AND_ALARM))).toEqual({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'What is missing in account 111122223333, us-east-1, to report changes of network ACLs',
    Resources: {
      MetricFilter: {
        Type: 'AWS::Logs::MetricFilter',
        Properties: {
          LogGroupName: 'events',
          FilterPattern:
            '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }',
          MetricTransformations: [
            {
              MetricNamespace: 'NaclChangeMonitor',
              MetricName: 'NetworkAclChanges',
              MetricValue: '1',
              DefaultValue: 0,
            },
          ],
        },
      },
      Alarm: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          AlarmDescription:
            'A network ACL was changed, or somebody tried to. CIS AWS Foundations 4.11 (5.11 from v6.0), AWS Security Hub CSPM CloudWatch.11',
          Namespace: 'NaclChangeMonitor',
          MetricName: 'NetworkAclChanges',
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          TreatMissingData: 'notBreaching',
          AlarmActions: ['arn:aws:sns:us-east-1:111122223333:security'],
        },
      },
    },
  });
});

test('without an address the template asks for one', () => {
  const { Parameters, Resources } = JSON.parse(cloudFormation({ ...WITH_TOPIC, emails: [] }));
  expect(Object.keys(Parameters)).toEqual(['EmailAddress']);
  expect(Resources.Subscription.Properties.Endpoint).toEqual({ Ref: 'EmailAddress' });
});

/** The construct's template for the same account, with this template's names. */
function construct(): any[] {
  const env = { account: '111122223333', region: 'us-east-1' };
  const stack = new Stack(new App(), 'Own', { env });
  new NaclChangeMonitor(stack, 'M', {
    subscriptions: [new EmailSubscription('security@example.com')],
    trail: { trailName: 'nacl-change-monitor', logGroupName: '/nacl-change-monitor/nacl-change-monitor' },
  });
  const { Resources } = (stack.node.root as App).synth().getStackByName('Own').template;
  return statementsIn(Object.values(Resources));
}

/** All statements, with whatever is referred to written as one mark and in one order. */
function statementsIn(resources: any[]): any[] {
  const mark = (_: string, value: any) => {
    if (value && typeof value === 'object' && !Array.isArray(value)) {
      if ('Ref' in value && value.Ref !== 'AWS::Partition') return '<ref>';
      if ('Fn::GetAtt' in value) return '<ref>';
      if ('Fn::Sub' in value) return `<ref>${value['Fn::Sub'].replace(/^.*?\}/, '')}`;
    }
    return value;
  };
  const text = (value: any): any => {
    if (Array.isArray(value)) return value.map(text);
    if (!value || typeof value !== 'object') return value;
    if ('Fn::Join' in value)
      return value['Fn::Join'][1].map((part: any) => (part.Ref === 'AWS::Partition' ? 'aws' : part)).join('');
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'Sid')
        .map(([key, each]) => [key, text(each)]),
    );
  };
  return resources
    .flatMap(({ Properties: { KeyPolicy, PolicyDocument } }) => [KeyPolicy, PolicyDocument])
    .filter((policy) => policy !== undefined)
    .flatMap(({ Statement }) => text(JSON.parse(JSON.stringify(Statement, mark))))
    .map((statement) => JSON.stringify(statement, Object.keys(flatKeys(statement)).sort()))
    .sort();
}

function flatKeys(value: any): Record<string, true> {
  if (!value || typeof value !== 'object') return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, each]) => ({ [key]: true, ...flatKeys(each) })),
  );
}

test('policies say what those of the construct say', () => {
  const { Resources } = JSON.parse(cloudFormation(WHOLE));
  const own = statementsIn(Object.values(Resources));
  expect(own).toHaveLength(15);
  expect(own).toEqual(construct());
});

test('a filter and an alarm for Terraform', () => {
  expect(
    terraform({ ...FILTER_AND_ALARM, logGroupName: 'it"s ${name}' }),
  ).toBe(`# What is missing in account 111122223333, us-east-1, to report changes of network ACLs.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"
  allowed_account_ids = ["111122223333"]
}

resource "aws_cloudwatch_log_metric_filter" "nacl_changes" {
  name = "nacl-change-monitor"
  log_group_name = "it\\"s $\${name}"
  pattern = "{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }"
  metric_transformation {
    namespace = "NaclChangeMonitor"
    name = "NetworkAclChanges"
    value = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "nacl_changes" {
  alarm_name = "nacl-change-monitor"
  alarm_description = "A network ACL was changed, or somebody tried to. CIS AWS Foundations 4.11 (5.11 from v6.0), AWS Security Hub CSPM CloudWatch.11"
  namespace = "NaclChangeMonitor"
  metric_name = "NetworkAclChanges"
  statistic = "Sum"
  period = 300
  evaluation_periods = 1
  threshold = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data = "notBreaching"
  alarm_actions = ["arn:aws:sns:us-east-1:111122223333:security"]
}
`);
});

test('Terraform: brackets are closed, names are there once, and what is referred to is there', () => {
  for (const parts of ALL) {
    const text = terraform(parts);
    const outside = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    for (const [open, close] of ['{}', '[]', '()']) {
      expect(outside.split(open)).toHaveLength(outside.split(close).length);
    }
    const names = [...text.matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(
      ([, type, name]) => `${type}.${name}`,
    );
    expect(new Set(names).size).toBe(names.length);
    const used = [...text.matchAll(/\baws_\w+\.\w+/g)].map(([name]) => name);
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  }
});

test('apps in TypeScript compile', () => {
  const texts = ALL.map((parts) => cdk(parts, 'typescript').replace("'cdk-nacl-change-monitor'", "'./src'"));
  expect(typeErrors(texts)).toEqual([]);
});

test('an app in TypeScript', () => {
  expect(cdk(FILTER_AND_ALARM, 'typescript')).toBe(`import { App, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { NaclChangeMonitor } from 'cdk-nacl-change-monitor';

const app = new App();
const stack = new Stack(app, 'nacl-change-monitor', { env: { account: '111122223333', region: 'us-east-1' } });
const logGroup = LogGroup.fromLogGroupName(stack, 'LogGroup', 'events');
new NaclChangeMonitor(stack, 'NaclChanges', {
  logGroup,
  topic: Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:us-east-1:111122223333:security'),
});
`);
});

test.each(LANGUAGE_NAMES)('an app in %s names group, topic and address', (language) => {
  expect(cdk(FILTER_AND_ALARM, language)).toMatch(/events[\s\S]*arn:aws:sns:us-east-1:111122223333:security/);
  expect(cdk(WITH_KEY, language)).toContain('arn:aws:kms:us-east-1:111122223333:key/1');
  expect(cdk(WITH_GROUP, language)).toMatch(
    /\/nacl-change-monitor\/it\$s[\s\S]*nacl-change-monitor-delivery-us-east-1[\s\S]*security@example\.com/,
  );
});
