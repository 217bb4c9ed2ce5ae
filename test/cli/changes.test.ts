import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from './terminal';

const FILE = join(__dirname, 'fixtures/changes.json');
const REAL = join(__dirname, '../corpus/notices/real.json');
const { Records } = JSON.parse(readFileSync(FILE, 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'changes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const changes = (...args: string[]) => run(['changes', ...args]);

const COUNT = `3 network ACL changes (1 high risk, 1 denied, 1 no known risk), 2026-11-24
  16:20:00 UTC to 2026-11-25 10:15:30 UTC.
`;

test('text begins with the counts and the time, and has the worst change first', async () => {
  const { status, stdout, stderr } = await changes('--file', FILE);
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout.startsWith(COUNT)).toBe(true);
  expect(stdout.match(/^\d\. .*$/gm)).toEqual([
    '1. HIGH RISK: inbound TCP port 22 (SSH) allowed from ::/0, every IPv6 address.',
    '2. DENIED ATTEMPT: somebody was denied, nothing changed; it would have been',
    '3. No known risk: only one without subnets can be deleted.',
  ]);
  expect(stdout).toContain(`   Who: IAM user bob
   How: aws-cli, as the caller says (user agent aws-cli/2.22.0)
   From: 198.51.100.7
   MFA: not in the record
   When: 2026-11-25 10:15:30 UTC
   Where: account 111122223333, region eu-west-1
   Outcome: succeeded
   Event: CreateNetworkAclEntry, id cd3dc8b6-cffb-41e4-163d-cbd857ca87da
`);
});

test.each([
  ['high', 1],
  ['attempt', 2],
  ['none', 3],
])('--risk %s is that risk and worse', async (risk, count) => {
  const { stdout } = await changes('--file', FILE, '--risk', risk, '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({ total: count });
});

test.each([
  ['2026-11-25', 2],
  ['2026-11-25T09:30Z', 1],
  ['2026-11-25T10:15:31Z', 0],
])('--since %s leaves out what was before', async (since, count) => {
  const { status, stdout } = await changes('--file', FILE, '--since', since, '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({ total: count });
  expect(status).toBe(count > 0 ? 1 : 0);
});

test('no change is said with the risk and the time that were asked for', async () => {
  const file = write('none.json', JSON.stringify({ ...Records[3] }));
  const { status, stdout } = await changes('--file', file, '--risk', 'high', '--since', '2026-11-01');
  expect(status).toBe(0);
  expect(stdout).toBe(`No network ACL change of high risk since 2026-11-01 00:00:00 UTC.\nRead: ${file}.\n`);
});

test('files are read in each form, and the real records too; what is in two files is counted once', async () => {
  const lines = write('lines.jsonl', Records.map((one: object) => JSON.stringify(one)).join('\n'));
  const zipped = write('trail.json.gz', gzipSync(readFileSync(FILE)));
  const real = JSON.parse(readFileSync(REAL, 'utf8')).cases.map(({ record }: { record: object }) => record);
  const list = write('real.json', JSON.stringify(real));
  const args = [lines, zipped, list].flatMap((file) => ['--file', file]);
  const { stdout } = await changes(...args, '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({ total: 3 + real.length, malformed: 0, notRead: [] });
});

test('what could not be read or judged is told, and is no absence of changes', async () => {
  const empty = write('other.json', '{"eventName":"DescribeVpcs"}{"no":"event"}');
  const broken = write('broken.json', '{"Records":[{"eventName":"DescribeVpcs"},');
  const { status, stdout } = await changes('--file', empty, '--file', broken);
  expect(status).toBe(3);
  expect(stdout.replaceAll(folder, '').replace(/\n {2}/g, ' ')).toBe(
    `No network ACL change in what could be read.
Read: /other.json.
NOT READ: /broken.json: it ends too early, after 1 whole records.
NOT JUDGED: 1 record that names no event.
`,
  );
  const table = await changes('--file', empty, '--file', broken, '--format', 'csv');
  expect(table.stderr).toContain('NOT READ: ');
});

test('nothing read is no result', async () => {
  const { status, stdout, stderr } = await changes('--file', join(folder, 'missing.json'));
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `nacl-change-monitor: nothing could be read: ${join(folder, 'missing.json')}: no such file.\n`,
  );
});

test.each([
  [['--since', 'yesterday'], '"yesterday" is no time: give --since such as 24h, 7d, 2026-11-25'],
  [['--since', '2026-02-30'], '"2026-02-30" is no time'],
  [['--since', '2999-01-01'], '2999-01-01 is in the future'],
  [['--risk', 'low'], 'there is no risk "low": take one of high, attempt, none'],
  [['--profile', 'x'], '--profile is for a live account: leave it out, or leave out --file'],
  [['--role-arn', 'x'], '--role-arn is for a live account'],
  [['--format', 'xml'], 'there is no format "xml": take one of text, json, csv, html'],
])('wrong usage is told: %j', async (args, message) => {
  const { status, stderr } = await changes('--file', FILE, ...args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});

describe('texts that somebody else chose', () => {
  const hostile = {
    ...Records[1],
    userAgent: '\u001b[2J\n9. HIGH RISK: forged\r\n<script>alert(1)</script>',
    errorMessage: '=1+1',
    userIdentity: { type: 'IAMUser', userName: '=cmd|calc', accountId: '111122223333' },
    requestParameters: { ...Records[1].requestParameters, networkAclId: '=HYPERLINK("https://x.example")' },
  };
  const file = write('hostile.json', JSON.stringify(hostile));

  test.each(['text', 'csv'])('forge no line in %s', async (format) => {
    const { stdout } = await changes('--file', file, '--format', format);
    expect(stdout).not.toMatch(/^9\./m);
    expect(stdout).not.toContain('\u001b');
    if (format === 'csv') {
      expect(stdout.trimEnd().split('\r\n')).toHaveLength(2);
      expect(stdout).not.toMatch(/(^|,)"?=/m);
    }
  });

  test('are text in HTML', async () => {
    const { stdout } = await changes('--file', file, '--format', 'html');
    expect(stdout).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(stdout).not.toContain('<script');
    expect(stdout).toContain(`default-src 'none'`);
  });
});

test('more changes than are listed are counted, and the least of them are left out', async () => {
  const many = Array.from({ length: 10_002 }, (_, i) => JSON.stringify({ ...Records[0], eventID: `${i}` }));
  const file = write('many.jsonl', [...many, JSON.stringify(Records[1])].join('\n'));
  const { stdout } = await changes('--file', file, '--format', 'json');
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({ total: 10_003, leftOut: 3, counts: { high: 1, attempt: 0, none: 10_002 } });
  expect(result.changes).toHaveLength(10_000);
  expect(result.changes[0]).toMatchObject({ risk: 'high' });
}, 60_000); // ten thousand notices
