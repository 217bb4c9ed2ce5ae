import { declaredInTemplates } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();

/** Logical id, where there is one, reason, and what it may change. */
function unreadableIn(template: object): [string | undefined, string, string][] {
  const file = folder.write('a.json', template);
  const { unreadable = [] } = declaredInTemplates([file]);
  for (const { origin, stack } of unreadable) {
    expect(origin.template).toBe(file);
    expect(stack.id).toBe(file);
  }
  return unreadable.map(({ origin, reason, mayChange }) => [origin.logicalId, reason, mayChange]);
}

test.each([
  ['Team::Macro'],
  [['AWS::Serverless-2016-10-31', 'Team::Macro']],
  [{ Name: 'Team::Macro', Parameters: {} }],
])('the transform %j may change every resource', (transform) => {
  const reason = 'the transform "Team::Macro" may add and change resources on deployment';
  expect(unreadableIn({ Transform: transform })).toEqual([[undefined, reason, 'stack']]);
  expect(unreadableIn({ 'Fn::Transform': transform, Resources: {} })).toEqual([[undefined, reason, 'stack']]);
});

test('a transform is known by its whole name', () => {
  expect(
    unreadableIn({ Transform: ['AWS::LanguageExtensions::Other', 'My::AWS::LanguageExtensions'] }),
  ).toHaveLength(2);
});

test('both ways to name a transform count', () => {
  expect(unreadableIn({ Transform: 'A::A', 'Fn::Transform': { Name: 'AWS::Include' } })).toHaveLength(2);
});

test.each([
  ['AWS::Serverless-2016-10-31'],
  ['AWS::LanguageExtensions'],
  ['AWS::SecretsManager-2020-07-23'],
  ['AWS::SecretsManager-2024-09-16'],
  ['AWS::CodeDeployBlueGreen'],
])('the transform %s adds none of the chain', (transform) => {
  expect(unreadableIn({ Transform: [transform], Resources: {} })).toEqual([]);
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
  expect(unreadableIn({ Resources: resources })).toEqual([
    ['Fn::ForEach::Topics', 'Fn::ForEach::Topics makes resources on deployment', 'nothing'],
    ['Fn::Transform', 'the transform "AWS::Include" may add resources on deployment', 'nothing'],
    ['Monitor', 'the module "Team::Network::Monitor::MODULE" makes resources on deployment', 'nothing'],
    ['NoType', 'the resource has no "Type"', 'nothing'],
    ['Text', 'the resource has no "Type"', 'nothing'],
    ['Nothing', 'the resource has no "Type"', 'nothing'],
  ]);
});

test.each([
  ['AWS::SNS::TopicPolicy'],
  ['AWS::IAM::RolePolicy'],
  ['AWS::Logs::MetricFilter'],
  ['AWS::CloudWatch::AlarmMuteRule'],
])('a loop, inside another one, that makes resources of the type %s may silence what was read', (type) => {
  const inner = { 'Fn::ForEach::Inner': ['Each', ['a'], { 'Part${Name}${Each}': { Type: type } }] };
  expect(unreadableIn({ Resources: { 'Fn::ForEach::Outer': ['Name', ['b'], inner] } })).toEqual([
    [
      'Fn::ForEach::Outer',
      `Fn::ForEach::Outer makes resources of the type ${type} on deployment, which may silence others`,
      'stack',
    ],
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
    Bucket: { Type: 'AWS::S3::Bucket', Properties: include },
  };
  expect(unreadableIn({ Resources: resources })).toEqual([
    ['Topic', 'Fn::Transform may change its properties on deployment', 'resource'],
    ['Filter', 'Fn::Transform may change its properties on deployment', 'resource'],
    ['Loop', 'Fn::ForEach::Tags may change its properties on deployment', 'resource'],
  ]);
});

test('a macro among the resources is given all of them', () => {
  expect(unreadableIn({ Resources: { 'Fn::Transform': { Name: 'Team::Macro' } } })).toEqual([
    ['Fn::Transform', 'the transform "Team::Macro" may add and change resources on deployment', 'stack'],
  ]);
});

test('a file that is included at the top of a template adds to it', () => {
  expect(unreadableIn({ 'Fn::Transform': { Name: 'AWS::Include' } })).toEqual([
    [undefined, 'the transform "AWS::Include" may add resources on deployment', 'nothing'],
  ]);
});

test.each([
  ['AWS::Serverless::Application', "the application's template is not part of the evidence"],
  [
    'AWS::ServiceCatalog::CloudFormationProvisionedProduct',
    "the product's template is not part of the evidence",
  ],
  ['AWS::CloudFormation::StackSet', 'the template of the stack set is not part of the evidence'],
  ['AWS::CloudFormation::Stack', "the nested stack's template is not part of the evidence"],
])('%s deploys what is not here', (type, reason) => {
  expect(unreadableIn({ Resources: { Part: { Type: type, Properties: {} } } })).toEqual([
    ['Part', reason, 'nothing'],
  ]);
});

test.each<[string, object]>([
  ['of its own', { Type: 'AWS::Serverless::Connector', Properties: {} }],
  ['inside the resource that it starts at', { Type: 'AWS::SNS::Topic', Connectors: { ToQueue: {} } }],
])('a connector, %s, lets one resource reach another', (_, resource) => {
  expect(unreadableIn({ Resources: { Part: resource } })).toEqual([
    ['Part', 'the connector makes policies and permissions on deployment', 'nothing'],
  ]);
});
