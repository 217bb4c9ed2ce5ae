import { coverage, evaluate, parse, print } from '../../src/filter-pattern';

const NAMES = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
];
const EXACT =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';
const WANTED = { names: NAMES, source: 'ec2.amazonaws.com', exactText: EXACT };

test.each([
  ['the exact text', EXACT, 'EXACT'],
  ['quoted names', EXACT.replaceAll(/= (\w+)/g, '= "$1"'), 'EQUIVALENT'],
  [
    'the source named as well',
    `{ ($.eventSource = ec2.amazonaws.com) && (${EXACT.slice(1, -1)}) }`,
    'EQUIVALENT',
  ],
  ['one event missing', EXACT.replace('($.eventName = DeleteNetworkAcl) || ', ''), 'PARTIAL'],
  ['denied attempts left out', `{ ($.errorCode NOT EXISTS) && (${EXACT.slice(1, -1)}) }`, 'PARTIAL'],
  ['a wildcard', '{ $.eventName = *NetworkAcl* }', 'BROADER'],
  ['nothing at all', '', 'BROADER'],
  ['a parenthesis left open', '{ ($.eventName = CreateNetworkAcl }', 'INVALID'],
])('%s', (_, pattern, verdict) => {
  expect(coverage([pattern], WANTED).verdict).toBe(verdict);
});

test('names the event that never fires', () => {
  const judged = coverage([EXACT.replace('($.eventName = DeleteNetworkAcl) || ', '')], WANTED);
  expect(judged.events.filter(({ fires }) => fires === 'never').map(({ name }) => name)).toEqual([
    'DeleteNetworkAcl',
  ]);
});

test.each([...NAMES.map((name) => [name, true] as const), ['DescribeNetworkAcls', false] as const])(
  'the exact pattern counts %s: %s',
  (eventName, expected) => {
    expect(evaluate(parse(EXACT), { eventName, eventSource: 'ec2.amazonaws.com' })).toBe(expected);
  },
);

test('printing and parsing again is the same pattern', () => {
  expect(parse(print(parse(EXACT)))).toEqual(parse(EXACT));
});
