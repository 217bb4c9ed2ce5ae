import { CfnMapping, CfnParameter, Fn } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { CfnAlarm, CfnCompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnManagedPolicy, CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnAlias } from 'aws-cdk-lib/aws-kms';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnFunction } from 'aws-cdk-lib/aws-sam';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { type Case, changed } from './case';
import { keyPolicy, logsMayUse } from './keys';
import { ALARM, mayWrite, PATTERN } from './sound-account';

/** One account that rings, with parts of another kind than the sound account's. */
export const SOUND_VARIANTS: readonly Case[] = [
  changed('sound', 'the sound account', 'PASS', () => {}),
  changed('sound-selectors', 'event selector for all management events', 'PASS', ({ trail }) => {
    trail.eventSelectors = [{ includeManagementEvents: true, readWriteType: 'All' }];
  }),
  changed(
    'sound-selectors-default',
    'event selector of data events, whose defaults take in management events',
    'PASS',
    ({ trail }) => {
      trail.eventSelectors = [{ dataResources: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }] }];
    },
  ),
  changed('sound-selectors-kms', 'management events without those of AWS KMS', 'PASS', ({ trail }) => {
    trail.eventSelectors = [{ readWriteType: 'All', excludeManagementEventSources: ['kms.amazonaws.com'] }];
  }),
  changed(
    'sound-advanced',
    'advanced selector of management events, beside one of data events',
    'PASS',
    ({ trail }) => {
      trail.advancedEventSelectors = [
        {
          fieldSelectors: [
            { field: 'eventCategory', equalTo: ['Data'] },
            { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
          ],
        },
        { fieldSelectors: [{ field: 'eventCategory', equalTo: ['Management'] }] },
      ];
    },
  ),
  changed(
    'sound-second-trail',
    'a second trail, of one region and switched off',
    'PASS',
    ({ stack, logGroup }) => {
      new CfnTrail(stack, 'Old', {
        trailName: 'old',
        s3BucketName: 'old-archive',
        isLogging: false,
        cloudWatchLogsLogGroupArn: logGroup.attrArn,
      });
    },
  ),
  changed(
    'sound-second-group',
    'a second log group that no trail feeds, with the names alike',
    'PASS',
    ({ stack }) => {
      new CfnLogGroup(stack, 'Others', { logGroupName: '/audit/events/others' });
    },
  ),
  changed('sound-arn-literal', 'the ARN of the log group put together', 'PASS', ({ trail }) => {
    trail.cloudWatchLogsLogGroupArn = Fn.sub(
      'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/audit/events:*',
    );
  }),
  changed('sound-names-made-up', 'no names: CloudFormation makes them up', 'PASS', (account) => {
    account.logGroup.logGroupName = undefined;
    account.groupKey.addPropertyOverride('KeyPolicy.Statement.1.Condition', undefined);
    account.role.roleName = undefined;
    account.role.policies = [
      { policyName: 'write', policyDocument: mayWrite(undefined, account.logGroup.attrArn) },
    ];
    account.topic.topicName = undefined;
    account.topicPolicy.addPropertyOverride('PolicyDocument.Statement.0.Resource', account.topic.ref);
    account.alarm.alarmName = undefined;
  }),
  changed('sound-mapping', 'pattern from a mapping', 'PASS', ({ stack, filter }) => {
    new CfnMapping(stack, 'Patterns', { mapping: { cis: { acl: PATTERN } } });
    filter.addPropertyOverride('FilterPattern', { 'Fn::FindInMap': ['Patterns', 'cis', 'acl'] });
  }),
  changed('sound-role-policy', "role's policy as a resource of its own", 'PASS', ({ stack, role }) => {
    role.policies = undefined;
    new CfnPolicy(stack, 'Write', { policyName: 'write', policyDocument: mayWrite(), roles: [role.ref] });
  }),
  changed('sound-role-managed-policy', "role's policy as a managed policy", 'PASS', ({ stack, role }) => {
    const write = new CfnManagedPolicy(stack, 'Write', { policyDocument: mayWrite() });
    role.policies = undefined;
    role.managedPolicyArns = [write.ref];
  }),
  changed(
    'sound-no-keys',
    'nothing is encrypted with a key of its own',
    'PASS',
    ({ trail, logGroup, topic }) => {
      trail.kmsKeyId = undefined;
      logGroup.kmsKeyId = undefined;
      topic.kmsMasterKeyId = undefined;
    },
  ),
  changed('sound-key-alias', "topic's key by its alias", 'PASS', ({ stack, topic, topicKey }) => {
    const alias = new CfnAlias(stack, 'Alias', { aliasName: 'alias/pager', targetKeyId: topicKey.ref });
    topic.kmsMasterKeyId = alias.ref;
  }),
  changed('sound-topic-default-policy', 'topic with the default policy', 'PASS', (account) =>
    account.without(account.topicPolicy),
  ),
  changed('sound-subscription-inline', 'subscription as a property of the topic', 'PASS', (account) => {
    account.without(account.subscription);
    account.topic.subscription = [{ protocol: 'email', endpoint: 'security@example.com' }];
  }),
  changed('sound-subscription-sam', 'subscription as an event of a SAM function', 'PASS', (account) => {
    account.without(account.subscription);
    new CfnFunction(account.stack, 'Notify', {
      handler: 'index.handler',
      runtime: 'nodejs22.x',
      codeUri: 's3://code/notify.zip',
      events: { Ring: { type: 'SNS', properties: { topic: account.topic.ref } } },
    });
  }),
  changed(
    'sound-subscription-filter',
    'filter policy that lets the alarm pass',
    'PASS',
    ({ subscription }) => {
      subscription.filterPolicy = { AlarmName: ['acl-edited'], NewStateValue: ['ALARM'] };
      subscription.filterPolicyScope = 'MessageBody';
    },
  ),
  changed(
    'sound-no-default-value',
    'Average of a metric that has data of changes only',
    'PASS',
    (account) => {
      account.transform({ defaultValue: undefined });
      account.alarm.statistic = 'Average';
    },
  ),
  changed('sound-maximum', 'Maximum above 0', 'PASS', ({ alarm }) => {
    alarm.statistic = 'Maximum';
    alarm.threshold = 0;
    alarm.comparisonOperator = 'GreaterThanThreshold';
  }),
  changed('sound-one-of-three', 'one of three periods with a change', 'PASS', ({ alarm }) => {
    alarm.evaluationPeriods = 3;
    alarm.datapointsToAlarm = 1;
  }),
  changed('sound-query', 'alarm on the metric as a query', 'PASS', ({ alarm }) => {
    Object.assign(alarm, {
      namespace: undefined,
      metricName: undefined,
      statistic: undefined,
      period: undefined,
    });
    alarm.metrics = [
      {
        id: 'm1',
        metricStat: { metric: { namespace: 'Audit', metricName: 'AclEdits' }, period: 60, stat: 'Sum' },
      },
    ];
  }),
  changed('sound-two-alarms', 'a second alarm on the metric, without an action', 'PASS', ({ stack }) => {
    new CfnAlarm(stack, 'Dashboard', { ...ALARM, alarmName: 'acl-dashboard' });
  }),
  changed(
    'sound-two-actions',
    'a Lambda function and an unheard topic as actions beside the topic',
    'PASS',
    ({ stack, alarm, topic }) => {
      const unheard = new CfnTopic(stack, 'Unheard', { topicName: 'unheard' });
      alarm.alarmActions = [
        'arn:aws:lambda:eu-central-1:111122223333:function:pager',
        unheard.ref,
        topic.ref,
      ];
    },
  ),
  changed(
    'sound-composite',
    'topic as action of a composite alarm above the alarm',
    'PASS',
    ({ stack, alarm, topic }) => {
      alarm.alarmActions = undefined;
      new CfnCompositeAlarm(stack, 'Above', {
        alarmName: 'network-edited',
        alarmRule: 'ALARM("acl-edited") OR ALARM(maintenance)',
        alarmActions: [topic.ref],
      });
    },
  ),
  changed('sound-event-rule', 'an EventBridge rule beside the chain', 'PASS', ({ stack, topic }) => {
    new CfnRule(stack, 'Rule', {
      eventPattern: { source: ['aws.ec2'], detail: { eventName: [{ prefix: 'Create' }] } },
      targets: [{ arn: topic.ref, id: 'topic' }],
    });
  }),
  changed(
    'sound-parameter-name',
    'name of the log group from a parameter, referred to by its identity',
    'PASS',
    ({ stack, logGroup, groupKey, role }) => {
      logGroup.logGroupName = new CfnParameter(stack, 'GroupName').valueAsString;
      groupKey.keyPolicy = keyPolicy(logsMayUse({ Condition: undefined }));
      role.policies = [{ policyName: 'write', policyDocument: mayWrite(undefined, logGroup.attrArn) }];
    },
  ),
];
