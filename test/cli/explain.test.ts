import { run } from './terminal';

const EXACT =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';
const ALL = {
  CreateNetworkAcl: 'always',
  CreateNetworkAclEntry: 'always',
  DeleteNetworkAcl: 'always',
  DeleteNetworkAclEntry: 'always',
  ReplaceNetworkAclEntry: 'always',
  ReplaceNetworkAclAssociation: 'always',
};
const NONE = Object.fromEntries(Object.keys(ALL).map((name) => [name, 'never']));
const OTHER_WORDS = EXACT.replace('$.eventName = CreateNetworkAcl)', '$.eventName = "CreateNetworkAcl")');

test.each([
  [0, [EXACT], { verdict: 'EXACT', events: ALL, reasons: [] }],
  [0, [OTHER_WORDS], { verdict: 'EQUIVALENT', events: ALL, reasons: [] }],
  [
    0,
    ['{ $.eventName = *NetworkAcl* }'],
    { verdict: 'BROADER', events: ALL, reasons: ['it also fires on names like *NetworkAcl*'] },
  ],
  [
    1,
    [''],
    {
      verdict: 'BROADER',
      events: ALL,
      reasons: ['it fires on every event of CloudTrail, so that an alarm on it never leaves ALARM'],
    },
  ],
  [
    1,
    ['{ $.eventName = CreateNetworkAcl && $.errorCode NOT EXISTS }'],
    {
      verdict: 'PARTIAL',
      events: { ...NONE, CreateNetworkAcl: 'sometimes' },
      reasons: ['CreateNetworkAcl only when $.errorCode NOT EXISTS'],
    },
  ],
  [
    1,
    ['{ $.eventName == x }'],
    {
      verdict: 'INVALID',
      events: {},
      reasons: ['the pattern is not valid, at 15: expected a value after "="'],
    },
  ],
])('exit status %d, as JSON: %j', async (status, patterns, expected) => {
  const result = await run(['explain', '--format', 'json', '--', ...patterns]);
  expect([result.status, result.stderr]).toEqual([status, '']);
  expect(JSON.parse(result.stdout)).toEqual(expected);
});

test('several patterns are judged as their union', async () => {
  const parts = ['{ $.eventName = CreateNetworkAcl* }', '{ $.eventName = DeleteNetworkAcl* }'];
  expect((await run(['explain', ...parts])).status).toBe(1);
  const { status, stdout } = await run(['explain', ...parts, '{ $.eventName = ReplaceNetworkAcl* }']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^BROADER: it counts every network ACL change, and other events too\.\n/);
});

test('text begins with the verdict, then says it of each event', async () => {
  const pattern = '{ $.eventName = CreateNetworkAcl && $.errorCode NOT EXISTS }';
  expect((await run(['explain', pattern])).stdout).toBe(
    `PARTIAL: it does not count every network ACL change.

  CreateNetworkAcl              sometimes, when $.errorCode NOT EXISTS
  CreateNetworkAclEntry         never
  DeleteNetworkAcl              never
  DeleteNetworkAclEntry         never
  ReplaceNetworkAclEntry        never
  ReplaceNetworkAclAssociation  never
`,
  );
});

test('a caret stands under the error, also of one pattern among several, which is not sound', async () => {
  const { status, stdout } = await run(['explain', EXACT, '{ $.eventName == x }']);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^EXACT: /);
  expect(stdout).toContain(
    `
Pattern 2 is not valid, at 15: expected a value after "=", and the others are
judged without it.

  { $.eventName == x }
                 ^
`,
  );
});

test('of a long pattern the place around the error is shown', async () => {
  const { stdout } = await run(['explain', `${EXACT.slice(0, -2)} || ($.eventName == "x"\u0009) }`]);
  const [line, caret] = stdout.trimEnd().split('\n').slice(-2);
  expect(line.length).toBeLessThanOrEqual(80);
  expect(line.slice(0, caret.length)).toMatch(/\(\$\.eventName ==$/);
});

test.each([[80], [40]])('in %d columns no line is wider, and each breaks between words', async (columns) => {
  const { stdout } = await run(
    [
      'explain',
      '{ $.eventSource = "ec2.amazonaws.com" && $.userIdentity.type = "Root" && $.awsRegion = "eu-*" }',
    ],
    { columns },
  );
  const lines = stdout.split('\n');
  expect(lines.filter((line) => line.length > columns && line.trim().includes(' '))).toEqual([]);
  expect(stdout.replace(/\s+/g, ' ')).toContain('Root');
});

test('what could not be decided is 3, with the reason', async () => {
  const { status, stdout } = await run(['explain', '[..., name = *NetworkAcl*]']);
  expect(status).toBe(3);
  expect(stdout).toMatch(
    /^UNPROVEN: whether it counts exactly the network ACL changes could not be\ndecided\.\n/,
  );
  expect(stdout).toContain('  CreateNetworkAcl              not decided\n');
  expect(stdout).toContain('\nNot everything could be decided: ');
});
