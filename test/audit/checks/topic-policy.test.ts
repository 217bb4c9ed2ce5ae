import { audit } from '../../../src/audit/audit';
import { topicPolicy } from '../../../src/audit/checks/topic-policy';
import { type AccountData, accountsOf } from '../../../src/evidence/account-data';
import type { PolicyDocument, PolicyStatement, TopicPolicy } from '../../../src/evidence/resource-model';
import { accountData, type Difference, finding, HIDDEN, judged, statement, TOPIC } from '../sound-account';

const TOPIC_ARN = 'arn:aws:sns:eu-central-1:111122223333:security-pager';
const ALARMS = statement({
  principals: { Service: ['cloudwatch.amazonaws.com'] },
  actions: ['sns:Publish'],
  resources: [TOPIC_ARN],
});
const policy = (...statements: Partial<PolicyStatement>[]): Difference => ({
  topicPolicy: { statements: statements.map((given) => ({ ...ALARMS, ...given })) },
});
const FOR_EVENTS: PolicyDocument = {
  statements: [{ ...ALARMS, principals: { Service: ['events.amazonaws.com'] } }],
};
const BY_ARN = { ArnLike: { 'aws:SourceArn': ['arn:aws:cloudwatch:*:111122223333:alarm:*'] } };
const UMLAUT: Difference = {
  alarm: { name: 'acl-geändert', arn: 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acl-geändert' },
};
/** A policy that is set on the topic. */
const set = (given: Partial<TopicPolicy>): TopicPolicy => ({
  origin: { path: 'Watch/Policy' },
  region: 'eu-central-1',
  account: '111122223333',
  topicArns: [TOPIC_ARN],
  document: { statements: [ALARMS] },
  ...given,
});
const MAY_NOT =
  'FAIL: the policy of topic "security-pager" does not let cloudwatch.amazonaws.com publish for the alarm';

test.each<[string, Difference, string]>([
  ['a policy that lets alarms publish', {}, 'PASS'],
  ['the default policy', { topicPolicy: null }, 'PASS'],
  [
    'the default policy, written out',
    policy({
      principals: { AWS: ['*'] },
      actions: ['SNS:Subscribe', 'SNS:Publish'],
      conditions: { StringEquals: { 'AWS:SourceOwner': ['111122223333'] } },
    }),
    'PASS',
  ],
  [
    'a policy that asks for TLS and allows nothing',
    policy({
      effect: 'Deny',
      principals: { '*': ['*'] },
      conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
    }),
    MAY_NOT,
  ],
  ['another service', policy({ principals: { Service: ['events.amazonaws.com'] } }), MAY_NOT],
  ['the account', policy({ principals: { AWS: ['arn:aws:iam::111122223333:root'] } }), MAY_NOT],
  [
    'another account as source',
    policy({ conditions: { StringEquals: { 'aws:SourceAccount': ['444455556666'] } } }),
    MAY_NOT,
  ],
  [
    'another alarm as source',
    policy({
      conditions: { ArnLike: { 'aws:SourceArn': ['arn:aws:cloudwatch:*:111122223333:alarm:route-*'] } },
    }),
    MAY_NOT,
  ],
  [
    'the composite alarm as source',
    {
      ...policy({
        conditions: { ArnLike: { 'aws:SourceArn': ['arn:aws:cloudwatch:*:111122223333:alarm:any-*'] } },
      }),
      compositeAlarm: {},
    },
    'PASS',
  ],
  [
    'the alarm below a composite alarm as source',
    {
      ...policy({
        conditions: { ArnLike: { 'aws:SourceArn': ['arn:aws:cloudwatch:*:111122223333:alarm:acl-*'] } },
      }),
      compositeAlarm: {},
    },
    MAY_NOT,
  ],
  ['another topic', policy({ resources: ['arn:aws:sns:eu-central-1:111122223333:other'] }), MAY_NOT],
  ['a deny to everybody', policy({}, { effect: 'Deny', principals: { '*': ['*'] } }), MAY_NOT],
  [
    'a deny that could not be read',
    policy({}, { effect: 'Deny', conditions: { StringEquals: { 'aws:SourceAccount': [HIDDEN] } } }),
    'UNKNOWN: whether the policy of topic "security-pager" lets the alarm publish could not be read: it comes from a parameter',
  ],
  [
    'a policy that could not be read',
    { topicPolicy: HIDDEN },
    'UNKNOWN: whether the policy of topic "security-pager" lets the alarm publish could not be read: it comes from a parameter',
  ],
  [
    'a topic outside the evidence',
    { topic: null },
    'UNKNOWN: whether the policy of the topic lets the alarm publish could not be read: topic "security-pager" is not part of the evidence',
  ],
  ['two policies that let alarms publish', { more: { topicPolicies: [set({}), set({})] } }, 'PASS'],
  [
    'two policies, of which each replaces the other',
    { more: { topicPolicies: [set({}), set({ document: FOR_EVENTS })] } },
    'UNKNOWN: which policy topic "security-pager" has could not be read: several are set, and each replaces the other',
  ],
  [
    'the same two in another order',
    { more: { topicPolicies: [set({ document: FOR_EVENTS }), set({})] } },
    'UNKNOWN: which policy topic "security-pager" has could not be read: several are set, and each replaces the other',
  ],
  [
    'a policy for another service under a condition, in place of the default one',
    { more: { topicPolicies: [set({ document: FOR_EVENTS, condition: 'IsProduction' })] } },
    'UNKNOWN: which policy topic "security-pager" has could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'a policy for alarms under a condition, in place of the default one, which lets them in too',
    { more: { topicPolicies: [set({ condition: 'IsProduction' })] } },
    'PASS',
  ],
  [
    'a policy for another service of a topic that could not be read',
    { more: { topicPolicies: [set({}), set({ document: FOR_EVENTS, topicArns: [HIDDEN] })] } },
    'UNKNOWN: which policy topic "security-pager" has could not be read: it comes from a parameter',
  ],
  [
    'a policy for another service of topics that could not be read',
    { more: { topicPolicies: [set({}), set({ document: FOR_EVENTS, topicArns: HIDDEN })] } },
    'UNKNOWN: which policy topic "security-pager" has could not be read: it comes from a parameter',
  ],
  [
    'a policy for alarms of a topic that could not be read',
    { more: { topicPolicies: [set({}), set({ topicArns: [HIDDEN] })] } },
    'PASS',
  ],
  [
    'a policy for another service of another topic',
    {
      more: {
        topicPolicies: [
          set({ document: FOR_EVENTS, topicArns: ['arn:aws:sns:eu-central-1:111122223333:other'] }),
        ],
      },
    },
    'PASS',
  ],
  ['the alarm by its ARN', policy({ conditions: BY_ARN }), 'PASS'],
  [
    'an alarm whose name is outside ASCII, by its ARN',
    { ...policy({ conditions: BY_ARN }), ...UMLAUT },
    MAY_NOT,
  ],
  [
    'an alarm whose name is outside ASCII, by its account',
    { ...policy({ conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } } }), ...UMLAUT },
    'PASS',
  ],
  [
    'an alarm whose name is outside ASCII, in a policy without conditions',
    { ...policy({}), ...UMLAUT },
    'PASS',
  ],
  ['an alarm whose name is outside ASCII, and the default policy', { topicPolicy: null, ...UMLAUT }, 'PASS'],
  [
    'a deny by principal, which a service does not have',
    policy(
      {},
      {
        effect: 'Deny',
        principals: { '*': ['*'] },
        conditions: { ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/*'] } },
      },
    ),
    MAY_NOT,
  ],
  [
    'a deny by principal, of those that have one',
    policy(
      {},
      {
        effect: 'Deny',
        principals: { '*': ['*'] },
        conditions: {
          ArnNotLikeIfExists: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:role/*'] },
          Bool: { 'aws:PrincipalIsAWSService': ['false'] },
        },
      },
    ),
    'PASS',
  ],
  [
    'a topic under a condition',
    { topic: { condition: 'IsProduction' } },
    'UNKNOWN: whether the policy of the topic lets the alarm publish could not be read: it depends on the condition "IsProduction"',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(topicPolicy, difference)).toBe(expected);
});

/** The account of the alarm and that of the topic, both of one app. */
function judgedAcross(difference: Difference): string {
  const arn = 'arn:aws:sns:eu-central-1:444455556666:central-pager';
  const own = accountData({ topicArn: arn, topic: null, ...difference });
  const owner: AccountData = {
    id: '444455556666',
    topics: [{ ...TOPIC, arn, account: '444455556666', encryptionKey: undefined }],
    topicPolicies: (own.topicPolicies ?? []).map((given) => ({
      ...given,
      account: '444455556666',
      topicArns: [arn],
    })),
  };
  const [{ results }] = audit(accountsOf([{ ...own, topicPolicies: [] }, owner]));
  const { outcome, reason } = results.find(({ check }) => check.id === 'topic-policy')?.finding ?? {};
  return reason === undefined ? `${outcome}` : `${outcome}: ${reason}`;
}

test.each<[string, Difference, string]>([
  [
    'a policy that lets in the account of the alarm',
    policy({ resources: ['*'], conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } } }),
    'PASS',
  ],
  [
    'a policy that lets in its own account',
    policy({ resources: ['*'], conditions: { StringEquals: { 'aws:SourceAccount': ['444455556666'] } } }),
    'FAIL: the policy of topic "central-pager" does not let cloudwatch.amazonaws.com publish for the alarm',
  ],
  [
    'the default policy, which lets in its own account',
    { topicPolicy: null },
    'FAIL: the policy of topic "central-pager" does not let cloudwatch.amazonaws.com publish for the alarm',
  ],
])('a topic of another account of the app: %s', (_, difference, expected) => {
  expect(judgedAcross(difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(topicPolicy, policy({ principals: { Service: ['events.amazonaws.com'] } }))).toEqual({
    outcome: 'FAIL',
    reason:
      'the policy of topic "security-pager" does not let cloudwatch.amazonaws.com publish for the alarm',
    remedy: "topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'))",
    subject: { path: 'Watch/Topic' },
  });
});

test('a deny is not mended by one more statement that allows', () => {
  expect(finding(topicPolicy, policy({}, { effect: 'Deny', principals: { '*': ['*'] } }))).toMatchObject({
    remedy: 'leave cloudwatch.amazonaws.com out of the statement of that policy that denies sns:Publish',
  });
});
