import { execFileSync } from 'node:child_process';
import { commandLines, quoted, shellLine } from '../../../cli/src/plan/shell';

test.each([
  ['arn:aws:sns:us-east-1:111122223333:security', 'arn:aws:sns:us-east-1:111122223333:security'],
  ["it's", "'it'\\''s'"],
  ['', "''"],
  ['~', "'~'"],
  ['=ls', "'=ls'"],
  ['a=ls', 'a=ls'],
  ['a b', "'a b'"],
  ['{"a":"$(rm -rf /)"}', '\'{"a":"$(rm -rf /)"}\''],
  ['a\u001b[31mb', "$'a\\033[31mb'"],
  ["it's\n\\", "$'it\\'s\\012\\\\'"],
])('quotes %j', (argument, expected) => {
  expect(quoted(argument)).toBe(expected);
});

const HOSTILE = [
  "it's",
  '$(id)',
  '`id`',
  '$HOME',
  '!!',
  'a\\b',
  '"',
  '; id',
  '*',
  '-x',
  '',
  'ä',
  'a\nb',
  "\u202e'\\",
];

test('bash reads back what was meant, also where the line is cut', () => {
  const line = shellLine({ args: HOSTILE }).replace(/^aws/, "printf '%s\\0'");
  const read = (text: string) =>
    execFileSync('bash', ['-c', text], { encoding: 'utf8' }).split('\0').slice(0, -1);
  expect(read(line)).toEqual(HOSTILE);
  expect(read(commandLines(line, 30, '   '))).toEqual(HOSTILE);
});

test('an option stays beside its value, and lines end where a shell goes on', () => {
  expect(
    commandLines(
      "aws logs put-metric-filter --log-group-name a --filter-pattern '{ $.a = b }' --x",
      44,
      '  ',
    ),
  ).toBe(
    "  aws logs put-metric-filter \\\n    --log-group-name a \\\n    --filter-pattern '{ $.a = b }' --x",
  );
});
