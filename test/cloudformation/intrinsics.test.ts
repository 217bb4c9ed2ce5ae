import type { Declaration, DeclaringStack } from '../../src/cloudformation/declaration';
import { type Resolved, resolve } from '../../src/cloudformation/intrinsics';

const EXPORTS: Readonly<Record<string, unknown>> = { 'trail-group': { Ref: 'Group' } };
const MAPPINGS: Readonly<Record<string, string>> = { 'Names.eu.group': 'from-mapping' };

const STACK: DeclaringStack = {
  id: 'App/Security',
  account: '111122223333',
  region: 'eu-central-1',
  stackName: 'security',
  resource: (logicalId) => RESOURCES[logicalId],
  parameter: (name) => (name === 'Given' ? { value: 'by the parent', stack: STACK } : undefined),
  mapping: (...keys) => MAPPINGS[keys.join('.')],
  exported: (name) => (name in EXPORTS ? { value: EXPORTS[name], stack: STACK } : undefined),
  nestedOutput: () => undefined,
};

const resource = (logicalId: string, type: string, properties: object): Declaration => ({
  type,
  logicalId,
  properties: properties as Declaration['properties'],
  stack: STACK,
  origin: { logicalId },
});

const RESOURCES: Readonly<Record<string, Declaration>> = {
  Group: resource('Group', 'AWS::Logs::LogGroup', { LogGroupName: '/audit/events' }),
  Topic: resource('Topic', 'AWS::SNS::Topic', {}),
  Circle: resource('Circle', 'AWS::SNS::Topic', { TopicName: { 'Fn::GetAtt': ['Circle', 'TopicName'] } }),
};

const why = (value: Resolved) => (value as { unreadable: string }).unreadable;

test.each<[unknown, Resolved]>([
  ['text', 'text'],
  [
    [1, true, { a: null }],
    [1, true, { a: null }],
  ],
  [{ Ref: 'AWS::Region' }, 'eu-central-1'],
  [{ Ref: 'AWS::NoValue' }, undefined],
  [{ a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  [[{ Ref: 'AWS::NoValue' }, 1], [1]],
  [{ Ref: 'Group' }, '/audit/events'],
  [{ 'Fn::GetAtt': ['Group', 'Arn'] }, 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:*'],
  [{ 'Fn::GetAtt': 'Group.Arn' }, 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:*'],
  [{ Ref: 'Topic' }, 'arn:aws:sns:eu-central-1:111122223333:${App.Security.Topic}'],
  [{ Ref: 'Given' }, 'by the parent'],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-eu-central-1'],
  [
    { 'Fn::Sub': '${Group}.${Topic.TopicName}.${!Literal}' },
    '/audit/events.${App.Security.Topic}.${Literal}',
  ],
  [{ 'Fn::Sub': ['${Own}-${AWS::Region}', { Own: { Ref: 'Group' } }] }, '/audit/events-eu-central-1'],
  [{ 'Fn::Select': ['1', { 'Fn::Split': ['/', { Ref: 'Group' }] }] }, 'audit'],
  [{ 'Fn::FindInMap': ['Names', 'eu', 'group'] }, 'from-mapping'],
  [{ 'Fn::ImportValue': 'trail-group' }, '/audit/events'],
  [{ 'Fn::If': ['IsProduction', 'same', 'same'] }, 'same'],
  [{ 'Fn::ToJsonString': { a: { Ref: 'AWS::Region' } } }, '{"a":"eu-central-1"}'],
])('%j is %j', (value, expected) => {
  expect(resolve(value, STACK)).toEqual(expected);
});

test.each<[unknown, string]>([
  [{ Ref: 'Choice' }, 'it is the parameter "Choice"'],
  [{ 'Fn::Join': ['', ['a', { Ref: 'Choice' }]] }, 'it is the parameter "Choice"'],
  [{ 'Fn::If': ['IsProduction', 'a', 'b'] }, 'it depends on the condition "IsProduction"'],
  [
    { 'Fn::ImportValue': 'other' },
    'it is the export "other", which no stack of the evidence has, or several have',
  ],
  [{ 'Fn::Cidr': ['10.0.0.0/8', 1, 1] }, 'Fn::Cidr is worked out on deployment'],
  ['{{resolve:ssm:/audit/pattern}}', 'it is a dynamic reference'],
  [{ Ref: 'Circle' }, 'it refers to itself'],
  // What CloudFormation would refuse: no crash, and no value.
  [{ 'Fn::Join': 'x' }, 'Fn::Join is given no list'],
  [{ 'Fn::Join': {} }, 'Fn::Join is given no list'],
  [{ 'Fn::Join': ['', 'x'] }, 'Fn::Join is given no list'],
  [{ 'Fn::Split': null }, 'Fn::Split is given no list'],
  [{ 'Fn::Select': 5 }, 'Fn::Select is given no list'],
  [{ 'Fn::Select': [7, ['a']] }, 'Fn::Select finds nothing'],
  [{ 'Fn::If': null }, 'Fn::If is given no list'],
  [{ 'Fn::Declared': null }, 'Fn::Declared is given no list'],
  [{ 'Fn::GetAtt': [] }, 'the name of the attribute is worked out on deployment'],
  [{ 'Fn::GetAtt': ['Group', { Ref: 'Choice' }] }, 'the name of the attribute is worked out on deployment'],
  [{ 'Fn::Sub': ['${Choice}', null] }, 'it is the parameter "Choice"'],
  [{ 'Fn::FindInMap': 'x' }, 'Fn::FindInMap finds nothing before deployment'],
])('%j could not be read: %s', (value, reason) => {
  expect(why(resolve(value, STACK))).toBe(reason);
});

test('references in a circle that fork are followed once', () => {
  let looked = 0;
  const stack: DeclaringStack = {
    ...STACK,
    resource: () => {
      looked += 1;
      return looked > 1000 ? undefined : forked;
    },
  };
  const TopicName = { 'Fn::Sub': '${Forked.TopicName}${Forked.TopicName}' };
  const forked = { ...resource('Forked', 'AWS::SNS::Topic', { TopicName }), stack };
  expect(why(resolve({ Ref: 'Forked' }, stack))).toBe('it refers to itself');
  expect(looked).toBe(3);
  // What was read before says nothing of the next one.
  expect(resolve({ 'Fn::GetAtt': ['Group', 'Arn'] }, STACK)).toMatch(/^arn:aws:logs:/);
  expect(why(resolve({ Ref: 'Forked' }, stack))).toBe('it refers to itself');
});

test('a value that is nested too deep is not read', () => {
  const deep = Array.from({ length: 200 }).reduce<unknown>((inside) => ({ 'Fn::Join': ['', [inside]] }), 'a');
  expect(why(resolve(deep, STACK))).toBe('it is nested too deep');
});
