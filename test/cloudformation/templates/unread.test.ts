import { declaredInTemplates } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();

/** Logical id, where there is one, and reason. */
function unreadIn(template: object): [string | undefined, string][] {
  const file = folder.write('a.json', template);
  const { unreadable = [] } = declaredInTemplates([file]);
  for (const { origin, stack } of unreadable) {
    expect(origin.template).toBe(file);
    expect(stack.id).toBe(file);
  }
  return unreadable.map(({ origin, reason }) => [origin.logicalId, reason]);
}

test.each([
  ['Team::Macro'],
  [['AWS::Serverless-2016-10-31', 'Team::Macro']],
  [{ Name: 'Team::Macro', Parameters: {} }],
])('the transform %j may add resources', (transform) => {
  const reason = 'the transform "Team::Macro" may add and change resources on deployment';
  expect(unreadIn({ Transform: transform })).toEqual([[undefined, reason]]);
  expect(unreadIn({ 'Fn::Transform': transform, Resources: {} })).toEqual([[undefined, reason]]);
});

test('a transform is known by its whole name', () => {
  expect(
    unreadIn({ Transform: ['AWS::LanguageExtensions::Other', 'My::AWS::LanguageExtensions'] }),
  ).toHaveLength(2);
});

test('both ways to name a transform count', () => {
  expect(unreadIn({ Transform: 'A::A', 'Fn::Transform': { Name: 'AWS::Include' } })).toHaveLength(2);
});

test.each([
  ['AWS::Serverless-2016-10-31'],
  ['AWS::LanguageExtensions'],
  ['AWS::SecretsManager-2020-07-23'],
  ['AWS::SecretsManager-2024-09-16'],
  ['AWS::CodeDeployBlueGreen'],
])('the transform %s adds none of the chain', (transform) => {
  expect(unreadIn({ Transform: [transform], Resources: {} })).toEqual([]);
});

test('loops, modules, included resources and what is no resource are named', () => {
  const resources = {
    'Fn::ForEach::Topics': ['Name', ['a', 'b'], { 'Topic${Name}': { Type: 'AWS::SNS::Topic' } }],
    'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/part.yaml' } },
    Monitor: { Type: 'Team::Network::Monitor::MODULE' },
    NoType: { Properties: {} },
    Text: 'AWS::SNS::Topic',
    Nothing: null,
    Topic: { Type: 'AWS::SNS::Topic' },
  };
  expect(unreadIn({ Resources: resources })).toEqual([
    ['Fn::ForEach::Topics', 'Fn::ForEach::Topics makes resources on deployment'],
    ['Fn::Transform', 'Fn::Transform makes resources on deployment'],
    ['Monitor', 'the module "Team::Network::Monitor::MODULE" makes resources on deployment'],
    ['NoType', 'the resource has no "Type"'],
    ['Text', 'the resource has no "Type"'],
    ['Nothing', 'the resource has no "Type"'],
  ]);
});

test('a part that is included into a resource of the chain is named, not one of another resource', () => {
  const include = { 'Fn::Transform': { Name: 'AWS::Include' } };
  const resources = {
    Topic: { Type: 'AWS::SNS::Topic', Properties: include },
    Filter: {
      Type: 'AWS::Logs::MetricFilter',
      Properties: { MetricTransformations: [{ a: 1, ...include }] },
    },
    Loop: { Type: 'AWS::SNS::Topic', Properties: { 'Fn::ForEach::Tags': [] } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: include },
  };
  expect(unreadIn({ Resources: resources })).toEqual([
    ['Topic', 'Fn::Transform may change its properties on deployment'],
    ['Filter', 'Fn::Transform may change its properties on deployment'],
    ['Loop', 'Fn::ForEach::Tags may change its properties on deployment'],
  ]);
});
