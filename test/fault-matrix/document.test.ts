import { join } from 'node:path';
import { generatedPart } from '../generated-part';
import type { Case } from './case';
import { FAULTS, OPEN, SOUND } from './cases';
import { NOT_HELD } from './not-held';
import { NOT_MENDED } from './not-mended';

const PAGE = join(__dirname, '../../docs/fault-matrix.md');

const section = (title: string, cases: readonly Case[]) =>
  [
    `## ${cases.length} ${title}`,
    '',
    '| What | Verdict | Id |',
    '| --- | --- | --- |',
    ...cases.map(({ id, what, expected }) => `| ${what.replaceAll('|', '\\|')} | ${expected} | ${id} |`),
    '',
  ].join('\n');

const notHeld = () =>
  [
    '## What the emulator cannot hold',
    '',
    'The other single faults and sound accounts are deployed to the emulator too, by CreateStack, and `nacl-change-monitor audit` of the live account has to say the same: `npx jest test/emulator/fault-matrix`. What an app leaves open, a deployed account decides.',
    '',
    ...listed(NOT_HELD),
    '',
  ].join('\n');

const notMended = () =>
  [
    '## What no plan mends',
    '',
    'There `nacl-change-monitor plan` mends each other single fault: once its stack is made and its commands have run, the audit is PASS, and nothing that stood has changed but what the plan named.',
    '',
    ...listed(NOT_MENDED),
    '',
  ].join('\n');

const listed = (reasons: typeof NOT_HELD) => reasons.map(({ why, ids }) => `- ${why}: ${ids.join(', ')}`);

test('the page lists every case', () => {
  const tables = [
    section('single faults', FAULTS),
    section('accounts that the app does not show enough of', OPEN),
    section('sound accounts', SOUND),
    notHeld(),
    notMended(),
  ].join('\n');
  expect(generatedPart(PAGE, 'matrix', `\n${tables}`)).toBe(`\n${tables}`);
});

test('the matrix is as large as it has to be, and no two cases share an id', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(60);
  expect(SOUND.length).toBeGreaterThanOrEqual(20);
  const ids = [...FAULTS, ...OPEN, ...SOUND].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('every case says the outcome of its group', () => {
  const outcomes = (cases: readonly Case[]) => [
    ...new Set(cases.map(({ expected }) => expected.split(' ')[0])),
  ];
  expect([FAULTS, OPEN, SOUND].map(outcomes)).toEqual([['FAIL'], ['UNKNOWN'], ['PASS']]);
});
