import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { TemporaryFolder } from '../cloudformation/templates/temporary-folder';
import { run } from './terminal';

const folder = new TemporaryFolder();
const PATTERN = '{ $.eventName = *NetworkAcl }';

/** Its text has what could be taken for the end of a record. */
const record = (eventName: string, more: object = {}) => ({
  eventVersion: '1.08',
  eventSource: 'ec2.amazonaws.com',
  eventName,
  requestParameters: { note: '}] "Records": [ \\" {', ports: [22, 80], filters: [{}, []] },
  ...more,
});
const RECORDS = [record('CreateNetworkAcl'), record('RunInstances'), record('DeleteNetworkAcl')];

function write(name: string, content: string | Buffer): string {
  const path = folder.path(name);
  writeFileSync(path, content);
  return path;
}

test.each([
  ['as CloudTrail delivers them', JSON.stringify({ Records: RECORDS })],
  ['the same, indented', JSON.stringify({ Records: RECORDS }, undefined, 2)],
  ['with more beside them', JSON.stringify({ Records: RECORDS, more: { of: [{ it: {} }] }, a: ']' })],
  ['with more before them', JSON.stringify({ owner: 'x', Records: RECORDS })],
  ['a list', JSON.stringify(RECORDS)],
  ['one a line', RECORDS.map((each) => `${JSON.stringify(each)}\n`).join('')],
  ['without an end of the last line', RECORDS.map((each) => JSON.stringify(each)).join('\r\n')],
  ['one after the other, indented', RECORDS.map((each) => JSON.stringify(each, undefined, 2)).join('\n')],
  ['after a byte order mark', `\uFEFF${JSON.stringify({ Records: RECORDS })}`],
  [
    'several files in one',
    `${JSON.stringify({ Records: RECORDS.slice(0, 1) })}\n${JSON.stringify(RECORDS.slice(1))}`,
  ],
])('records %s, also gzipped', async (_, text) => {
  const files = [write('a.json', text), write('a.json.gz', gzipSync(text))];
  for (const file of files) {
    expect(await run(['test', PATTERN, file])).toEqual({
      status: 0,
      stdout: 'MATCH: 2 of 3 records.\n',
      stderr: '',
    });
  }
});

test('records that stretch over the parts in which a file is read', async () => {
  const long = [1, 2, 3, 4, 5].map((n) => record('CreateNetworkAcl', { n, text: `é${'x'.repeat(200_000)}` }));
  const file = write('long.json', JSON.stringify({ Records: long }));
  expect((await run(['test', '{ $.text = "é*" && $.n > 1 }', file])).stdout).toBe('MATCH: 4 of 5 records.\n');
});

test('counts of each file, and none that matches is 1', async () => {
  const files = [write('a.json', JSON.stringify(RECORDS)), write('b.json', JSON.stringify(RECORDS[1]))];
  const text = await run(['test', PATTERN, ...files]);
  expect(text.stdout).toBe(
    `MATCH: 2 of 4 records.\n  ${files[0]}: 2 of 3 records\n  ${files[1]}: 0 of 1 record\n`,
  );
  const json = await run(['test', '--format', 'json', '{ $.eventName = x }', ...files]);
  expect(json.status).toBe(1);
  expect(JSON.parse(json.stdout)).toEqual({
    matched: 0,
    records: 4,
    files: [
      { file: files[0], records: 3, matched: 0 },
      { file: files[1], records: 1, matched: 0 },
    ],
  });
});

test('--show prints the records, and the counts beside them', async () => {
  const { status, stdout, stderr } = await run([
    'test',
    '--show',
    PATTERN,
    write('a.json', JSON.stringify(RECORDS)),
  ]);
  expect(status).toBe(0);
  expect(stdout).toBe(`${JSON.stringify(RECORDS[0])}\n${JSON.stringify(RECORDS[2])}\n`);
  expect(stderr).toBe('MATCH: 2 of 3 records.\n');
});

test('terms are looked for in the text of a record', async () => {
  const file = write('a.json', JSON.stringify({ Records: RECORDS }, undefined, 2));
  const asItIsLogged = '"\\"eventName\\":\\"RunInstances\\""'; // in one line, without white space
  expect((await run(['test', asItIsLogged, file])).stdout).toBe('MATCH: 1 of 3 records.\n');
  expect((await run(['test', 'RunInstances', file])).stdout).toBe('MATCH: 1 of 3 records.\n');
});

const WHOLE = JSON.stringify({ Records: RECORDS });

test.each([
  ['is not there', undefined, 'no such file'],
  ['ends too early', WHOLE.slice(0, -20), 'it ends too early, after 2 whole records'],
  ['ends between records', WHOLE.slice(0, -2), 'it ends too early, after 3 whole records'],
  [
    'is half of a zipped one',
    gzipSync(WHOLE).subarray(0, -20),
    'it cannot be unzipped (unexpected end of file)',
  ],
  ['is text', 'Hello', 'record 1 is not a JSON object'],
  ['goes on as text', '{"a":1}\nHello', 'record 2 is not a JSON object'],
  ['has numbers', '[1, 2]', 'record 1 is not a JSON object'],
  ['has lists in a list', '[[1], [2]]', 'record 1 is not a JSON object'],
  ['has numbers for records', '{"a":1,"Records":[1]}', 'record 1 is not a JSON object'],
  ['has half a record', '{"a":1}\n{"a":}', 'record 2 is not JSON'],
  ['closes what is not open', '{"a":1}]', 'it is not JSON: a bracket is closed that was not opened'],
  [
    'never ends',
    `{"a":"${'x'.repeat(17 * 1024 * 1024)}`,
    'record 1 has more than 16 MiB, so that it is none of CloudTrail',
  ],
])('a file that %s is 2, whatever was found in it', async (_, content, reason) => {
  const file = content === undefined ? folder.path('none') : write('a', content);
  expect(await run(['test', PATTERN, file])).toEqual({
    status: 2,
    stdout: '',
    stderr: `nacl-change-monitor: ${file}: ${reason}.\n`,
  });
});

test('files without a record are no answer', async () => {
  const file = write('a', '{"Records":[]}');
  expect(await run(['test', PATTERN, file])).toEqual({
    status: 2,
    stdout: '',
    stderr: `nacl-change-monitor: there is no record in ${file}: name a file that has some.\n`,
  });
});

test('a text that is no pattern is 2, with a caret', async () => {
  expect(await run(['test', '{ $.eventName == x }', folder.path('none')])).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'nacl-change-monitor: the pattern is not valid, at 15: expected a value after "=":\n' +
      '  { $.eventName == x }\n' +
      '                 ^\n',
  });
});
