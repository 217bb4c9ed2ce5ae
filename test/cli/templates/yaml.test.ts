import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Alias } from 'yaml';
import { parseYaml } from '../../../cli/templates/yaml';

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

test('an anchor that is set again holds from there on', () => {
  expect(parseYaml('[&a 1, *a, &a 2, *a]', 'a.yaml')).toEqual([1, 1, 2, 2]);
  expect(parseYaml('{a: &a {b: &b 1, c: *b}, d: &b 2, e: *a, f: *b}', 'a.yaml')).toEqual({
    a: { b: 1, c: 1 },
    d: 2,
    e: { b: 1, c: 1 },
    f: 2,
  });
});

test('a pattern without quotes is a map, as CloudFormation sees it', () => {
  const text = 'FilterPattern: { ($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl) }';
  expect(parseYaml(text, 'a.yaml')).toEqual({
    FilterPattern: { '($.eventName = CreateNetworkAcl) || ($.eventName = DeleteNetworkAcl)': null },
  });
});

test('30,000 names in one map are read', () => {
  const text = Array.from({ length: 30_000 }, (_, i) => `Name${i}: ${i}`).join('\n');
  const read = parseYaml(text, 'a.yaml') as Record<string, number>;
  expect(Object.keys(read)).toHaveLength(30_000);
  expect(read.Name29999).toBe(29_999);
});

test('30,000 aliases are read, and none by a walk through the document', () => {
  const walk = jest.spyOn(Alias.prototype, 'resolve');
  const text = `a: &a 1\nb: [${Array(30_000).fill('*a')}]`;
  expect((parseYaml(text, 'a.yaml') as { b: number[] }).b).toEqual(Array(30_000).fill(1));
  expect(walk).not.toHaveBeenCalled();
});

const bomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
  ...[1, 2, 3, 4, 5, 6].map((n) => `a${n}: &a${n} [${Array(10).fill(`*a${n - 1}`)}]`),
];

test.each([
  ['Resources:\n  A:\n\tB: c\n', /^bad\.yaml:3: not YAML: /],
  ['a: 1\nb: [1, 2\nc: 3\n', /^bad\.yaml:3: not YAML: /],
  ['a: 1\na: 2\n', /^bad\.yaml:2: the name "a" is there twice$/],
  ['a: 1\n---\nb: 2\n', /^bad\.yaml:2: not YAML: /],
  ['a:\n  b: !Reff c\n', /^bad\.yaml:2: "!Reff" is no intrinsic function$/],
  ['a:\n  b: *c\n', /^bad\.yaml:2: /],
  ['a: &a\n  - *a\n', /^bad\.yaml:\d: not a template: it is nested more than 100 levels deep$/],
  ['a: *b\nb: &b 1\n', /^bad\.yaml:1: nothing is anchored as "b"$/],
  ['- '.repeat(20_000), /^bad\.yaml: not a template: it is nested more than 100 levels deep$/],
  ['['.repeat(20_000), /^bad\.yaml: not a template: it is nested more than 100 levels deep$/],
  ['? [a]\n: b\n', /^bad\.yaml:1: a name is not a text$/],
  [bomb.join('\n'), /^bad\.yaml:\d: not a template: with its aliases written out it is too long$/],
  [
    `a: &a ${'x'.repeat(1000)}\nb: [${Array(11_000).fill('*a')}]`,
    /^bad\.yaml:2: .* written out it is too long$/,
  ],
  ['a'.repeat(1_000_001), /^bad\.yaml: not a template: CloudFormation takes at most 1,000,000 bytes$/],
])('%j is refused with its place', (text, message) => {
  expect(() => parseYaml(text, 'bad.yaml')).toThrow(message);
});
