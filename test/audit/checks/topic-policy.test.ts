import { topicPolicy } from '../../../src/audit/checks/topic-policy';
import type { PolicyStatement } from '../../../src/evidence/resource-model';
import { type Difference, finding, HIDDEN, judged, statement } from '../sound-account';

const TOPIC_ARN = 'arn:aws:sns:eu-central-1:111122223333:security-pager';
const ALARMS = statement({
  principals: { Service: ['cloudwatch.amazonaws.com'] },
  actions: ['sns:Publish'],
  resources: [TOPIC_ARN],
});
const policy = (...statements: Partial<PolicyStatement>[]): Difference => ({
  topicPolicy: { statements: statements.map((given) => ({ ...ALARMS, ...given })) },
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
])('%s', (_, difference, expected) => {
  expect(judged(topicPolicy, difference)).toBe(expected);
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
