import { allows } from '../../../src/audit/policy/allows';
import type { PolicyStatement } from '../../../src/evidence/resource-model';
import type { Field } from '../../../src/field/field';
import { HIDDEN, statement } from '../sound-account';

const TOPIC_ARN = 'arn:aws:sns:eu-central-1:111122223333:security-pager';
const SERVICE = { Service: ['cloudwatch.amazonaws.com'] };
const given = (changed: Partial<PolicyStatement>) =>
  statement({ principals: SERVICE, actions: ['sns:Publish'], resources: [TOPIC_ARN], ...changed });
const GRANT = given({});
const denied = (changed: Partial<PolicyStatement>) => [GRANT, given({ effect: 'Deny', ...changed })];
const IN_ORG = (operator: string) => ({ [operator]: { 'aws:PrincipalOrgID': ['o-1'] } });

test.each<[string, Field<PolicyStatement>[], boolean | string]>([
  ['the grant', [GRANT], true],
  ['no statement', [], false],
  ['actions in another case', [given({ actions: ['SNS:publish'] })], true],
  ['actions with wildcards', [given({ actions: ['sns:P?bl*'] })], true],
  ['another action', [given({ actions: ['sns:Subscribe'] })], false],
  ['all actions but another', [given({ actions: undefined, notActions: ['sns:Subscribe'] })], true],
  ['all actions but this', [given({ actions: undefined, notActions: ['sns:Pub*'] })], false],
  ['another resource', [given({ resources: ['arn:aws:sns:*:*:other'] })], false],
  [
    'all resources but another',
    [given({ resources: undefined, notResources: ['arn:aws:sns:*:*:other'] })],
    true,
  ],
  ['all resources but this', [given({ resources: undefined, notResources: ['*'] })], false],
  ['everybody', [given({ principals: { '*': ['*'] } })], true],
  ['everybody, written as an account', [given({ principals: { AWS: ['*'] } })], true],
  ['an account', [given({ principals: { AWS: ['arn:aws:iam::111122223333:root'] } })], false],
  ['a service of another name', [given({ principals: { Service: ['*'] } })], false],
  [
    'a service that could not be read',
    [given({ principals: { Service: [HIDDEN] } })],
    'it comes from a parameter',
  ],
  [
    'an account that could not be read',
    [given({ principals: { AWS: [HIDDEN] } })],
    'it comes from a parameter',
  ],
  ['a federation that could not be read', [given({ principals: { Federated: [HIDDEN] } })], false],
  ['no principal', [given({ principals: undefined })], false],
  ['a statement that could not be read', [HIDDEN], 'it comes from a parameter'],
  [
    'a statement that could not be read beside the grant, which may deny',
    [GRANT, HIDDEN],
    'it comes from a parameter',
  ],
  ['an effect that could not be read', [given({ effect: HIDDEN })], 'it comes from a parameter'],
  [
    'two conditions, of which one fails',
    [
      given({
        conditions: {
          StringEquals: { 'aws:SourceAccount': ['111122223333'], 'aws:PrincipalOrgID': ['o-1'] },
        },
      }),
    ],
    false,
  ],
  [
    'a condition that is not known, of another action',
    [given({ actions: ['sns:Subscribe'], conditions: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } } })],
    false,
  ],
  ['a deny', denied({}), false],
  ['a deny of another action', denied({ actions: ['sns:Subscribe'] }), true],
  ['a deny to all but this service', denied({ principals: undefined, notPrincipals: SERVICE }), true],
  [
    'a deny to all but an account',
    denied({ principals: undefined, notPrincipals: { AWS: ['111122223333'] } }),
    false,
  ],
  ['a deny without TLS', denied({ conditions: { Bool: { 'aws:SecureTransport': ['false'] } } }), true],
  [
    'a deny to others than an organization',
    denied({ principals: { '*': ['*'] }, conditions: IN_ORG('StringNotEquals') }),
    false,
  ],
  [
    'a deny to others than an organization and services',
    denied({
      principals: { '*': ['*'] },
      conditions: { ...IN_ORG('StringNotEquals'), Bool: { 'aws:PrincipalIsAWSService': ['false'] } },
    }),
    true,
  ],
  [
    'a deny under a condition that is not known',
    denied({ conditions: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } } }),
    'the condition IpAddress aws:SourceIp cannot be decided here',
  ],
])('%s', (_, statements, expected) => {
  const answer = allows([{ statements }], {
    services: ['cloudwatch.amazonaws.com'],
    action: 'sns:Publish',
    resource: TOPIC_ARN,
    context: { 'aws:sourceaccount': '111122223333' },
  });
  expect(typeof answer === 'boolean' ? answer : answer.unreadable).toBe(expected);
});

test.each(['aws:PrincipalAccount', 'aws:PrincipalArn', 'aws:PrincipalOrgID', 'aws:userid', 'aws:username'])(
  'a service has no %s: what asks for one leaves it out, and what denies others than one denies it',
  (key) => {
    const access = {
      services: ['cloudwatch.amazonaws.com'],
      action: 'sns:Publish',
      resource: TOPIC_ARN,
      context: {},
    };
    const asks = given({ conditions: { StringLike: { [key]: ['*'] } } });
    const denies = given({ effect: 'Deny', conditions: { StringNotEquals: { [key]: ['x'] } } });
    expect(allows([{ statements: [asks] }], access)).toBe(false);
    expect(allows([{ statements: [GRANT, denies] }], access)).toBe(false);
  },
);

test('a policy that could not be read may deny what another allows', () => {
  expect(
    allows([{ statements: [GRANT] }, HIDDEN], {
      services: ['cloudwatch.amazonaws.com'],
      action: 'sns:Publish',
      resource: TOPIC_ARN,
      context: {},
    }),
  ).toEqual(HIDDEN);
});

test('what a role does is not what a service does: no principal, and nothing known of the request', () => {
  const TLS = { Bool: { 'aws:SecureTransport': ['true'] } };
  const access = { action: 'logs:PutLogEvents', resource: 'arn', context: {} };
  const policy = (changed: Partial<PolicyStatement>) => ({
    statements: [statement({ actions: ['logs:*'], resources: ['*'], ...changed })],
  });
  expect(allows([policy({})], access)).toBe(true);
  expect(allows([policy({ conditions: TLS })], access)).toEqual({
    unreadable: 'the condition Bool aws:SecureTransport cannot be decided here',
    placeholder: 'Bool',
  });
});
