import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../../src/cloudformation/templates/yaml';

const template: any = parseYaml(
  readFileSync(join(__dirname, 'fixtures', 'short-forms.yaml'), 'utf8'),
  'short-forms.yaml',
);
const functions = template.Resources.Functions.Properties;
const scalars = template.Resources.Scalars.Properties;

test.each([
  ['Ref', { Ref: 'Key' }],
  ['GetAtt', { 'Fn::GetAtt': ['Key', 'Arn'] }],
  ['GetAttOfNested', { 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }],
  ['GetAttList', { 'Fn::GetAtt': ['Key', 'Arn'] }],
  ['Sub', { 'Fn::Sub': 'arn:${AWS::Partition}:x' }],
  ['SubWithVariables', { 'Fn::Sub': ['${a}-${b}', { a: 1, b: { Ref: 'Key' } }] }],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Key' }]] }],
  ['If', { 'Fn::If': ['IsProduction', 'a', { Ref: 'AWS::NoValue' }] }],
  ['ImportValue', { 'Fn::ImportValue': 'shared-topic' }],
  ['ImportOfSub', { 'Fn::ImportValue': { 'Fn::Sub': '${Environment}-topic' } }],
  ['Select', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
  ['Split', { 'Fn::Split': [',', 'a,b'] }],
  ['FindInMap', { 'Fn::FindInMap': ['Accounts', { Ref: 'AWS::AccountId' }, 'Name'] }],
  ['Base64', { 'Fn::Base64': 'text' }],
  ['Base64OfLongForm', { 'Fn::Base64': { 'Fn::Sub': '${AWS::Region}' } }],
  ['Cidr', { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }],
  ['GetAZs', { 'Fn::GetAZs': { Ref: 'AWS::Region' } }],
  [
    'Transform',
    { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/part.yaml' } } },
  ],
  ['ToJsonString', { 'Fn::ToJsonString': { a: { Ref: 'Key' } } }],
  ['Length', { 'Fn::Length': [1, 2] }],
])('the short form %s', (property, expected) => {
  expect(functions[property]).toEqual(expected);
});

test('the short forms of conditions', () => {
  expect(template.Conditions).toEqual({
    IsProduction: { 'Fn::Equals': [{ Ref: 'Environment' }, 'production'] },
    IsOther: { 'Fn::Not': [{ Condition: 'IsProduction' }] },
    Both: {
      'Fn::And': [
        { Condition: 'IsProduction' },
        { 'Fn::Or': [{ Condition: 'IsOther' }, { Condition: 'IsProduction' }] },
      ],
    },
  });
  expect(template.Resources.Functions.Condition).toBe('Both');
});

test('what other parsers make dates, octal numbers or booleans', () => {
  expect(template.AWSTemplateFormatVersion).toBe('2010-09-09');
  expect(template.Mappings.Accounts).toEqual({
    '012345678901': { Name: 'zero' },
    '111111111111': { Name: 'one' },
  });
  expect(scalars).toEqual({
    Date: '2012-10-17',
    QuotedDate: '2012-10-17',
    Account: '012345678901',
    Octal: '0123',
    Decimal: 1.5,
    Version: '1.0',
    Time: '12:30',
    Integer: 300,
    Negative: -1,
    QuotedInteger: '300',
    Yes: [true, true, true, true, true, true],
    No: [false, false, false, false, false, false],
    Letters: ['y', 'n', 'Y', 'N'],
    QuotedYes: 'yes',
    Nothing: [null, null],
    Empty: null,
    EmptyText: '',
    Infinity: ['.inf', 'Infinity', '1e3', '0x1F'],
    Folded: '{ ($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl) }',
    Typed: '12',
  });
});

test('aliases and merge keys are written out, a key of its own before a merged one', () => {
  const text = [
    'a: &a {x: 1, y: 1, w: 1}',
    'b: &b {y: 2, z: 2}',
    'c: {y: 3, <<: [*b, *a], w: 3}',
    'd: *a',
  ].join('\n');
  expect(parseYaml(text, 'a.yaml')).toEqual({
    a: { x: 1, y: 1, w: 1 },
    b: { y: 2, z: 2 },
    c: { x: 1, y: 3, z: 2, w: 3 },
    d: { x: 1, y: 1, w: 1 },
  });
});

test('a name such as __proto__ is a name like any other', () => {
  const read = parseYaml('__proto__: {polluted: true}', 'a.yaml') as object;
  expect(Object.keys(read)).toEqual(['__proto__']);
  expect((read as any).polluted).toBeUndefined();
});

const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...[1, 2, 3, 4, 5, 6].map((n) => `a${n}: &a${n} [${Array(10).fill(`*a${n - 1}`)}]`),
];

test.each([
  ['Resources:\n  A:\n\tB: c\n', /^bad\.yaml:3: not YAML: /],
  ['a: 1\nb: [1, 2\nc: 3\n', /^bad\.yaml:3: not YAML: /],
  ['a: 1\na: 2\n', /^bad\.yaml:2: not YAML: Map keys must be unique$/],
  ['a: 1\n---\nb: 2\n', /^bad\.yaml:2: not YAML: /],
  ['a:\n  b: !Reff c\n', /^bad\.yaml:2: "!Reff" is no intrinsic function$/],
  ['a:\n  b: *c\n', /^bad\.yaml:2: /],
  ['a: &a\n  - *a\n', /^bad\.yaml:\d: not a template: it is nested too deep$/],
  ['? [a]\n: b\n', /^bad\.yaml:1: a name is not a text$/],
  [bomb.join('\n'), /^bad\.yaml:\d: not a template: it is nested too deep$/],
])('%j is refused with its place', (text, message) => {
  expect(() => parseYaml(text, 'bad.yaml')).toThrow(message);
});
