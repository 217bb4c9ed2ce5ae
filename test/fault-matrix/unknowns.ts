import { CfnCondition, CfnParameter, Fn } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnCloudFormationProvisionedProduct } from 'aws-cdk-lib/aws-servicecatalog';
import { CfnSubscription, CfnTopic } from 'aws-cdk-lib/aws-sns';
import { type Case, changed } from './case';
import { mayPublish, mayWrite, type SoundAccount } from './sound-account';

function parameter({ stack }: SoundAccount): string {
  return new CfnParameter(stack, 'Choice').valueAsString;
}

function onCondition({ stack }: SoundAccount): CfnCondition {
  return new CfnCondition(stack, 'IsProduction', {
    expression: Fn.conditionEquals(new CfnParameter(stack, 'Stage').valueAsString, 'production'),
  });
}

/** What the evidence does not show: never a pass, never a fail. */
export const UNKNOWNS: readonly Case[] = [
  changed(
    'unknown-trail',
    "trail that the app does not make, by its log group's name",
    'UNKNOWN at 1 trail-all-regions',
    (account) => {
      account.without(account.trail, account.logGroup);
      account.filter.logGroupName = '/audit/events';
    },
  ),
  changed(
    'unknown-log-group',
    'log group that the app does not make',
    'UNKNOWN at 4 log-group-encryption-key',
    (account) => {
      account.without(account.logGroup);
      account.trail.cloudWatchLogsLogGroupArn =
        'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:*';
      account.filter.logGroupName = '/audit/events';
    },
  ),
  changed(
    'unknown-log-group-account',
    'trail that feeds a log group of another account',
    'UNKNOWN at 4 log-group-encryption-key',
    ({ trail, role }) => {
      const elsewhere = 'arn:aws:logs:eu-central-1:444455556666:log-group:/audit/events:*';
      trail.cloudWatchLogsLogGroupArn = elsewhere;
      role.policies = [{ policyName: 'write', policyDocument: mayWrite(undefined, elsewhere) }];
    },
  ),
  changed(
    'unknown-filter-group',
    'filter on a log group that the app does not make, beside the one that the trail feeds',
    'UNKNOWN at 1 trail-all-regions',
    ({ filter }) => {
      filter.logGroupName = '/audit/event';
    },
  ),
  changed(
    'unknown-role',
    'role that the app does not make',
    'UNKNOWN at 4 trail-delivery-role',
    ({ trail }) => {
      trail.cloudWatchLogsRoleArn = 'arn:aws:iam::111122223333:role/made-by-hand';
    },
  ),
  changed(
    'unknown-regions',
    'a parameter decides whether the trail covers all regions',
    'UNKNOWN at 1 trail-all-regions',
    (account) => {
      account.trail.addPropertyOverride('IsMultiRegionTrail', { Ref: 'Choice' });
      new CfnParameter(account.stack, 'Choice');
    },
  ),
  changed('unknown-pattern', 'pattern from a parameter', 'UNKNOWN at 5 metric-filter-pattern', (account) => {
    account.filter.filterPattern = parameter(account);
  }),
  changed(
    'unknown-pattern-secret',
    'pattern from Parameter Store, read on deployment',
    'UNKNOWN at 5 metric-filter-pattern',
    ({ filter }) => {
      filter.filterPattern = '{{resolve:ssm:/audit/pattern}}';
    },
  ),
  changed(
    'unknown-metric',
    'a condition decides which metric the filter feeds',
    'UNKNOWN at 6 alarm-metric',
    (account) => {
      account.transform({
        metricName: Fn.conditionIf(onCondition(account).logicalId, 'AclEdits', 'Edits').toString(),
      });
    },
  ),
  changed(
    'unknown-dimension',
    'a condition decides whether the alarm names a dimension',
    'UNKNOWN at 6 alarm-dimensions',
    (account) => {
      const dimension = { Name: 'account', Value: '111122223333' };
      account.alarm.addPropertyOverride('Dimensions', [
        { 'Fn::If': [onCondition(account).logicalId, dimension, { Ref: 'AWS::NoValue' }] },
      ]);
    },
  ),
  changed(
    'unknown-threshold',
    'threshold from a parameter',
    'UNKNOWN at 6 alarm-threshold',
    ({ alarm, stack }) => {
      alarm.threshold = new CfnParameter(stack, 'Choice', { type: 'Number' }).valueAsNumber;
    },
  ),
  changed('unknown-topic', 'topic from a parameter', 'UNKNOWN at 7 alarm-topic', (account) => {
    account.alarm.alarmActions = [parameter(account)];
  }),
  changed(
    'unknown-filter-transformed',
    'filter on events after a transformer',
    'UNKNOWN at 5 metric-filter-scope',
    ({ filter }) => {
      filter.applyOnTransformedLogs = true;
    },
  ),
  changed(
    'unknown-trail-condition',
    'trail under a condition',
    'UNKNOWN at 1 trail-all-regions',
    (account) => {
      account.trail.cfnOptions.condition = onCondition(account);
    },
  ),
  changed('unknown-alarm-condition', 'alarm under a condition', 'UNKNOWN at 6 alarm-metric', (account) => {
    account.alarm.cfnOptions.condition = onCondition(account);
  }),
  changed(
    'unknown-subscription-condition',
    'subscription under a condition',
    'UNKNOWN at 8 subscription',
    (account) => {
      account.subscription.cfnOptions.condition = onCondition(account);
    },
  ),
  changed(
    'unknown-role-policy-condition',
    "role's policy under a condition",
    'UNKNOWN at 4 trail-delivery-role',
    (account) => {
      account.role.policies = undefined;
      new CfnPolicy(account.stack, 'Write', {
        policyName: 'write',
        policyDocument: mayWrite(),
        roles: [account.role.ref],
      }).cfnOptions.condition = onCondition(account);
    },
  ),
  changed(
    'unknown-subscription-topic',
    'a condition decides which topic the subscription is of',
    'UNKNOWN at 8 subscription',
    (account) => {
      const other = new CfnTopic(account.stack, 'Other');
      account.subscription.topicArn = Fn.conditionIf(
        onCondition(account).logicalId,
        account.topic.ref,
        other.ref,
      ).toString();
    },
  ),
  changed(
    'unknown-subscription-parameter',
    'subscription of a topic from a parameter',
    'UNKNOWN at 8 subscription',
    (account) => {
      account.subscription.topicArn = parameter(account);
    },
  ),
  changed(
    'unknown-subscription-filter-condition',
    'subscription under a condition, beside one whose filter policy no alarm message passes',
    'UNKNOWN at 8 subscription-filter-policy',
    (account) => {
      account.subscription.filterPolicy = { severity: ['high'] };
      new CfnSubscription(account.stack, 'Second', {
        topicArn: account.topic.ref,
        protocol: 'sqs',
        endpoint: 'arn:aws:sqs:eu-central-1:111122223333:pager',
      }).cfnOptions.condition = onCondition(account);
    },
  ),
  changed(
    'unknown-topic-policy-condition',
    'topic policy for another service, under a condition',
    'UNKNOWN at 7 topic-policy',
    (account) => {
      account.topicPolicy.policyDocument = mayPublish({ Principal: { Service: 'events.amazonaws.com' } });
      account.topicPolicy.cfnOptions.condition = onCondition(account);
    },
  ),
  changed(
    'unknown-topic-policy-topic',
    'a condition decides which topic a policy for another service is of',
    'UNKNOWN at 7 topic-policy',
    (account) => {
      const other = new CfnTopic(account.stack, 'Other');
      account.topicPolicy.policyDocument = mayPublish({ Principal: { Service: 'events.amazonaws.com' } });
      account.topicPolicy.topics = [
        Fn.conditionIf(onCondition(account).logicalId, account.topic.ref, other.ref).toString(),
      ];
    },
  ),
  changed(
    'unknown-role-policy-role',
    'a condition decides which role a policy is of',
    'UNKNOWN at 4 trail-delivery-role',
    (account) => {
      account.role.policies = undefined;
      new CfnPolicy(account.stack, 'Write', {
        policyName: 'write',
        policyDocument: mayWrite(),
        roles: [Fn.conditionIf(onCondition(account).logicalId, account.role.ref, 'reader').toString()],
      });
    },
  ),
  changed(
    'unknown-topic-product',
    'topic from the outputs of a product of Service Catalog',
    'UNKNOWN at 7 alarm-topic',
    ({ stack, alarm }) => {
      const product = new CfnCloudFormationProvisionedProduct(stack, 'Product', { productName: 'pager' });
      alarm.alarmActions = [product.getAtt('Outputs.TopicArn').toString()];
    },
  ),
  changed(
    'unknown-pattern-sub',
    'pattern from Parameter Store, whose name is put together',
    'UNKNOWN at 5 metric-filter-pattern',
    ({ filter }) => {
      filter.filterPattern = Fn.sub('{{resolve:ssm:/audit/${AWS::Region}/pattern}}');
    },
  ),
  changed(
    'unknown-topic-without-sub',
    'action that names region and account as Fn::Sub does, without Fn::Sub',
    'UNKNOWN at 7 alarm-topic',
    ({ alarm }) => {
      alarm.alarmActions = ['arn:aws:sns:${AWS::Region}:${AWS::AccountId}:security-pager'];
    },
  ),
  changed(
    'unknown-subscription-inline',
    'a condition decides whether the topic has its only subscription, a property of the topic',
    'UNKNOWN at 8 subscription',
    (account) => {
      account.without(account.subscription);
      const subscription = { Protocol: 'https', Endpoint: 'https://hooks.example.com/acl' };
      account.topic.addPropertyOverride('Subscription', {
        'Fn::If': [onCondition(account).logicalId, [subscription], { Ref: 'AWS::NoValue' }],
      });
    },
  ),
  changed(
    'unknown-subscription-inline-item',
    'a condition decides whether the only item of the subscriptions is there',
    'UNKNOWN at 8 subscription',
    (account) => {
      account.without(account.subscription);
      const subscription = { Protocol: 'https', Endpoint: 'https://hooks.example.com/acl' };
      account.topic.addPropertyOverride('Subscription', [
        { 'Fn::If': [onCondition(account).logicalId, subscription, { Ref: 'AWS::NoValue' }] },
      ]);
    },
  ),
];
