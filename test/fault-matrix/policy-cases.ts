import { CfnCondition, CfnParameter, Fn, Stack } from 'aws-cdk-lib';
import { CfnCompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnAlias, type CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnApplication } from 'aws-cdk-lib/aws-sam';
import { CfnTopic, CfnTopicInlinePolicy, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { NaclChangeMonitor } from '../../src';
import { type Case, changed, type Expected } from './case';
import { alarmsMayUse, cloudTrailMayUse, key, keyPolicy } from './keys';
import { GROUP_ARN, mayPublish, mayWrite, policy, type SoundAccount, TOPIC_ARN } from './sound-account';

// Policies as text, of two with one name, of an organization, of other accounts, and what a macro may change.

const DENY_LOGS = { Effect: 'Deny', Action: 'logs:*', Resource: '*' };
const STREAMS = GROUP_ARN.replace(/\*$/, 'log-stream:');
const OWN_STREAMS = `${STREAMS}111122223333_CloudTrail_eu-central-1*`;
const BY_ARN = { ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:*' } };

function condition({ stack }: SoundAccount, id: string, value: string): CfnCondition {
  const stage =
    (stack.node.tryFindChild('Stage') as CfnParameter | undefined) ?? new CfnParameter(stack, 'Stage');
  return new CfnCondition(stack, id, { expression: Fn.conditionEquals(stage.valueAsString, value) });
}

/** Two keys of one alias, each under a condition; the topic is encrypted with that alias. */
function twoKeys(account: SoundAccount, first: readonly object[], second: readonly object[]): void {
  const { stack, topic } = account;
  const made = (id: string, statements: readonly object[]): CfnKey => {
    const one = key(stack, `${id}Key`, statements);
    const alias = new CfnAlias(stack, `${id}Alias`, { aliasName: 'alias/pager', targetKeyId: one.ref });
    one.cfnOptions.condition = alias.cfnOptions.condition = condition(account, `Is${id}`, id);
    return one;
  };
  made('Production', first);
  made('Test', second);
  topic.kmsMasterKeyId = 'alias/pager';
}

function organization(...resources: string[]) {
  return ({ trail, role }: SoundAccount) => {
    trail.isOrganizationTrail = true;
    role.policies = resources.map((resource, i) => ({
      policyName: `p${i}`,
      policyDocument: mayWrite(undefined, resource),
    }));
  };
}

/** A stack of another account of the app, which has a chain of its own. */
function otherAccount({ stack: { node } }: SoundAccount): Stack {
  const stack = new Stack(node.root, 'Central', { env: { account: '444455556666', region: 'eu-central-1' } });
  new NaclChangeMonitor(stack, 'NaclChanges', {
    subscriptions: [new EmailSubscription('security@example.com')],
  });
  return stack;
}

const CENTRAL_ARN = 'arn:aws:sns:eu-central-1:444455556666:central-pager';

/** The topic is in another account of the app, and the alarm names it by its ARN. */
function central(account: SoundAccount, conditions: object | undefined): void {
  account.without(account.topic, account.topicPolicy, account.subscription);
  account.alarm.alarmActions = [CENTRAL_ARN];
  const stack = otherAccount(account);
  new CfnTopic(stack, 'Pager', {
    topicName: 'central-pager',
    subscription: [{ protocol: 'https', endpoint: 'https://hooks.example.com/acl' }],
  });
  if (!conditions) return;
  const document = mayPublish({ Resource: CENTRAL_ARN, Condition: conditions });
  new CfnTopicPolicy(stack, 'PagerPolicy', { topics: [CENTRAL_ARN], policyDocument: document });
}

function above({ stack, alarm, topic }: SoundAccount, lower: string, upper: string): void {
  alarm.alarmActions = undefined;
  new CfnCompositeAlarm(stack, 'Lower', { alarmName: 'lower', alarmRule: lower });
  new CfnCompositeAlarm(stack, 'Upper', { alarmName: 'upper', alarmRule: upper, alarmActions: [topic.ref] });
}

const named = (id: string, what: string, expected: Expected, given: object): Case =>
  changed(id, what, expected, ({ alarm, topicPolicy }) => {
    alarm.alarmName = 'acl-geändert';
    topicPolicy.policyDocument = mayPublish({ Condition: given });
  });

export const POLICY_FAULTS: readonly Case[] = [
  changed(
    'role-denied-by-text',
    'role to which writing is denied by a policy that is text',
    'FAIL at 4 trail-delivery-role',
    ({ role }) => {
      const text = JSON.stringify(policy(DENY_LOGS));
      role.policies = [
        { policyName: 'write', policyDocument: mayWrite() },
        { policyName: 'deny', policyDocument: Fn.sub(text) },
      ];
    },
  ),
  changed(
    'organization-own-streams',
    'organization trail whose role may write its own streams only',
    'FAIL at 4 trail-delivery-role',
    organization(OWN_STREAMS),
  ),
  changed(
    'trail-key-no-describe',
    "trail's key without kms:DescribeKey",
    'FAIL at 4 trail-encryption-key',
    ({ trailKey }) => {
      trailKey.keyPolicy = keyPolicy(cloudTrailMayUse({ Action: 'kms:GenerateDataKey*' }));
    },
  ),
  named(
    'alarm-name-not-ascii',
    "topic's policy for alarms by their ARN, and an alarm whose name is outside ASCII",
    'FAIL at 7 topic-policy',
    BY_ARN,
  ),
  changed(
    'topic-policy-text',
    "topic's policy for EventBridge, given as text",
    'FAIL at 7 topic-policy',
    ({ topicPolicy }) => {
      topicPolicy.addPropertyOverride(
        'PolicyDocument',
        JSON.stringify(mayPublish({ Principal: { Service: 'events.amazonaws.com' } })),
      );
    },
  ),
  changed(
    'topic-central-default',
    'topic of another account of the app, with its default policy',
    'FAIL at 7 topic-policy',
    (account) => central(account, undefined),
  ),
  changed(
    'topic-central-own',
    "topic of another account of the app, whose policy lets in that account's alarms",
    'FAIL at 7 topic-policy',
    (account) => central(account, { StringEquals: { 'aws:SourceAccount': '444455556666' } }),
  ),
  changed(
    'topic-inline-policy',
    "topic's inline policy for EventBridge",
    'FAIL at 7 topic-policy',
    (account) => {
      account.without(account.topicPolicy);
      new CfnTopicInlinePolicy(account.stack, 'Inline', {
        topicArn: account.topic.ref,
        policyDocument: mayPublish({ Principal: { Service: 'events.amazonaws.com' } }),
      });
    },
  ),
  changed(
    'composite-twice-and',
    'composite alarm above one that needs a second alarm',
    'FAIL at 7 alarm-topic',
    (account) => above(account, 'ALARM(acl-edited) AND ALARM(maintenance)', 'ALARM(lower)'),
  ),
  changed(
    'composite-twice-not',
    'composite alarm of the opposite of another one',
    'FAIL at 7 alarm-topic',
    (account) => above(account, 'ALARM(acl-edited)', 'NOT ALARM(lower)'),
  ),
  changed(
    'pattern-map',
    'pattern without quotes in YAML, which is a map',
    'FAIL at 5 metric-filter-pattern',
    ({ filter }) => {
      filter.addPropertyOverride('FilterPattern', {
        '($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl)': null,
      });
    },
  ),
];

export const POLICY_UNKNOWNS: readonly Case[] = [
  changed(
    'unknown-two-keys',
    'two keys of one alias under conditions, of which the first lets alarms in',
    'UNKNOWN at 7 topic-encryption-key',
    (account) => twoKeys(account, [alarmsMayUse()], []),
  ),
  changed(
    'unknown-two-keys-bad-first',
    'two keys of one alias under conditions, of which the second lets alarms in',
    'UNKNOWN at 7 topic-encryption-key',
    (account) => twoKeys(account, [], [alarmsMayUse()]),
  ),
  changed(
    'unknown-topic-policy-parameter',
    'policy for another service, of a topic from a parameter',
    'UNKNOWN at 7 topic-policy',
    (account) => {
      new CfnTopicPolicy(account.stack, 'Second', {
        topics: [new CfnParameter(account.stack, 'Choice').valueAsString],
        policyDocument: mayPublish({ Principal: { Service: 'events.amazonaws.com' } }),
      });
    },
  ),
  changed(
    'unknown-two-topic-policies',
    'two policies of the topic, of which each replaces the other',
    'UNKNOWN at 7 topic-policy',
    (account) => {
      new CfnTopicPolicy(account.stack, 'Second', {
        topics: [account.topic.ref],
        policyDocument: mayPublish({ Principal: { Service: 'events.amazonaws.com' } }),
      });
    },
  ),
  changed(
    'unknown-role-condition',
    'role under a condition',
    'UNKNOWN at 4 trail-delivery-role',
    (account) => {
      account.role.cfnOptions.condition = condition(account, 'IsProduction', 'production');
    },
  ),
  changed(
    'unknown-composite-rule',
    'composite alarm whose rule comes from a parameter',
    'UNKNOWN at 7 alarm-topic',
    (account) =>
      above(account, 'ALARM(maintenance)', new CfnParameter(account.stack, 'Choice').valueAsString),
  ),
  changed(
    'unknown-organization',
    'a parameter decides whether it is an organization trail, whose role writes its own streams',
    'UNKNOWN at 4 trail-delivery-role',
    (account) => {
      organization(OWN_STREAMS)(account);
      account.trail.addPropertyOverride('IsOrganizationTrail', { Ref: 'Choice' });
      new CfnParameter(account.stack, 'Choice');
    },
  ),
  changed(
    'unknown-member',
    'an account without a trail beside a sound organization chain',
    'UNKNOWN at 1 trail-all-regions',
    (account) => {
      organization(GROUP_ARN)(account);
      const env = { account: '444455556666', region: 'eu-central-1' };
      new CfnTopic(new Stack(account.stack.node.root, 'Member', { env }), 'Jobs');
    },
  ),
  changed(
    'unknown-macro',
    'a macro over the whole template',
    'UNKNOWN at 1 trail-all-regions',
    ({ stack }) => {
      stack.addTransform('Company::Macro');
    },
  ),
  changed('unknown-macro-resource', 'a macro inside the alarm', 'UNKNOWN at 6 alarm-metric', ({ alarm }) => {
    alarm.addPropertyOverride('Fn::Transform', { Name: 'Company::Macro' });
  }),
  changed(
    'unknown-sam-application',
    'a SAM application, which may hold the missing alarm',
    'UNKNOWN at 6 alarm-metric',
    (account) => {
      account.without(account.alarm);
      new CfnApplication(account.stack, 'Application', { location: 'https://example.com/template.yaml' });
    },
  ),
];

export const SOUND_POLICIES: readonly Case[] = [
  changed(
    'sound-topic-central',
    'topic of another account of the app, whose policy lets in this one',
    'PASS',
    (account) => central(account, { StringEquals: { 'aws:SourceAccount': '111122223333' } }),
  ),
  changed('sound-topic-policy-text', "topic's policy as text", 'PASS', ({ topicPolicy }) => {
    topicPolicy.addPropertyOverride('PolicyDocument', JSON.stringify(mayPublish()));
  }),
  changed('sound-topic-policy-text-sub', "topic's policy as text by Fn::Sub", 'PASS', ({ topicPolicy }) => {
    const text = JSON.stringify(mayPublish())
      .replace(TOPIC_ARN, '${Pager}')
      .replace('"111122223333"', '"${AWS::AccountId}"');
    topicPolicy.policyDocument = Fn.sub(text);
  }),
  changed('sound-topic-inline-policy', "topic's inline policy", 'PASS', (account) => {
    account.without(account.topicPolicy);
    new CfnTopicInlinePolicy(account.stack, 'Inline', {
      topicArn: account.topic.ref,
      policyDocument: mayPublish(),
    });
  }),
  changed(
    'sound-two-keys',
    'two keys of one alias under conditions, which both let alarms in',
    'PASS',
    (account) => twoKeys(account, [alarmsMayUse()], [alarmsMayUse()]),
  ),
  changed(
    'sound-organization',
    'organization trail whose role may write its own streams and those of the organization',
    'PASS',
    organization(OWN_STREAMS, `${STREAMS}o-exampleorgid_*`),
  ),
  named(
    'sound-name-not-ascii',
    "topic's policy for alarms by their account, and an alarm whose name is outside ASCII",
    'PASS',
    {
      StringEquals: { 'aws:SourceAccount': '111122223333' },
    },
  ),
  changed(
    'sound-composite-twice',
    'topic as action of a composite alarm above a composite alarm',
    'PASS',
    (account) => above(account, 'ALARM(acl-edited) OR ALARM(maintenance)', 'ALARM(lower)'),
  ),
  changed('sound-macro-harmless', 'a macro of AWS that changes nothing of the chain', 'PASS', ({ stack }) => {
    stack.addTransform('AWS::LanguageExtensions');
  }),
  changed('sound-sam-application', 'a SAM application beside the sound chain', 'PASS', ({ stack }) => {
    new CfnApplication(stack, 'Application', { location: 'https://example.com/template.yaml' });
  }),
];
