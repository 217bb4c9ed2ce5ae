import type { PolicyDocument } from '../../src/evidence/resource-model';
import type { Field } from '../../src/field/field';
import { accountOf, type Template } from './declared-account';

// A policy or an event pattern may be given as JSON text wherever it may be given as an object.

const STATEMENT = { Effect: 'Deny', Principal: '*', Action: 'x:Y', Resource: '*' };
const TEXT = JSON.stringify({ Version: '2012-10-17', Statement: [STATEMENT] });

const one = (type: string, properties: object, other: object = {}): Template => ({
  Resources: { Tested: { Type: type, Properties: properties }, ...other },
});
const PLACE = { account: '111122223333', region: 'eu-central-1' };
const ROLE_ARN = 'arn:aws:iam::111122223333:role/writer';
const role = (properties: object, other: object = {}) =>
  accountOf(one('AWS::IAM::Role', { RoleName: 'writer', ...properties }, other)).roles(ROLE_ARN)[0].resource;

function actionsOf(document: Field<PolicyDocument | undefined>): unknown {
  if (document === undefined || 'unreadable' in document) return document;
  return document.statements.map((each) => ('effect' in each ? [each.effect, each.actions] : each));
}

test.each<[string, (text: unknown) => Field<PolicyDocument | undefined>]>([
  [
    'a topic',
    (text) =>
      accountOf(
        one('AWS::SNS::TopicPolicy', { Topics: ['arn:aws:sns:r:1:t'], PolicyDocument: text }),
      ).topicPolicies('arn:aws:sns:r:1:t')[0].resource.document,
  ],
  [
    'a queue',
    (text) =>
      accountOf(one('AWS::SQS::QueuePolicy', { Queues: ['https://q'], PolicyDocument: text })).queuePolicies(
        'https://q',
      )[0].resource.document,
  ],
  [
    'a key',
    (text) =>
      accountOf(
        one(
          'AWS::KMS::Key',
          { KeyPolicy: text },
          {
            Alias: {
              Type: 'AWS::KMS::Alias',
              Properties: { AliasName: 'alias/a', TargetKeyId: { Ref: 'Tested' } },
            },
          },
        ),
      ).keys('alias/a', PLACE)[0].resource.policy,
  ],
  ['a role, whom it trusts', (text) => role({ AssumeRolePolicyDocument: text }).trustPolicy],
  ['a role, inline', (text) => role({ Policies: [{ PolicyName: 'p', PolicyDocument: text }] }).policies[0]],
  [
    'a role, by a resource of its own',
    (text) =>
      role(
        {},
        {
          Policy: {
            Type: 'AWS::IAM::Policy',
            Properties: { PolicyName: 'p', PolicyDocument: text, Roles: [{ Ref: 'Tested' }] },
          },
        },
      ).policies[0],
  ],
])('the policy of %s may be text, by Fn::Sub too', (_, read) => {
  const expected = [['Deny', ['x:Y']]];
  expect(actionsOf(read(TEXT))).toEqual(expected);
  expect(actionsOf(read({ 'Fn::Sub': TEXT }))).toEqual(expected);
  expect(actionsOf(read({ 'Fn::Join': ['', [TEXT.slice(0, 9), TEXT.slice(9)]] }))).toEqual(expected);
});

test('of a text with a part that could not be read the rest still counts', () => {
  const text = JSON.stringify({ Statement: [{ ...STATEMENT, Resource: '${Topic}' }] });
  const template = {
    ...one('AWS::SNS::TopicPolicy', { Topics: ['arn:aws:sns:r:1:t'], PolicyDocument: { 'Fn::Sub': text } }),
    Parameters: { Topic: { Type: 'String' } },
  };
  const [{ resource }] = accountOf(template).topicPolicies('arn:aws:sns:r:1:t');
  expect(resource.document).toMatchObject({
    statements: [
      { effect: 'Deny', actions: ['x:Y'], resources: [{ unreadable: expect.stringContaining('parameter') }] },
    ],
  });
});

test.each<[string, unknown, string]>([
  ['no JSON', 'allow everything', 'it is a text, but not JSON'],
  ['broken JSON', '{ "Statement": [', 'it is a text, but not JSON'],
])('a text that is %s could not be read', (_, text, reason) => {
  const account = accountOf(
    one('AWS::SNS::TopicPolicy', { Topics: ['arn:aws:sns:r:1:t'], PolicyDocument: text }),
  );
  expect(account.topicPolicies('arn:aws:sns:r:1:t')[0].resource.document).toMatchObject({
    unreadable: reason,
  });
});

test('an event pattern may be text', () => {
  const read = (pattern: unknown) =>
    accountOf(one('AWS::Events::Rule', { EventPattern: pattern })).eventRules[0].pattern;
  expect(read('{"source":["aws.ec2"]}')).toEqual({ source: ['aws.ec2'] });
  expect(read({ 'Fn::Sub': '{"source":["aws.ec2"]}' })).toEqual({ source: ['aws.ec2'] });
});
