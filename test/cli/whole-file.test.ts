import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { WholeFile } from '../../cli/src/whole-file';
import { TemporaryFolder } from '../cloudformation/templates/temporary-folder';

const folder = new TemporaryFolder();

test('what was there stays until the new one is whole', async () => {
  const path = folder.write('report.txt', 'old');
  const file = await WholeFile.open(path);
  await file.write('new');
  expect(readFileSync(path, 'utf8')).toBe('old');
  await file.write('er');
  await file.finish();
  expect(readFileSync(path, 'utf8')).toBe('newer');
  expect(readdirSync(folder.path())).toEqual(['report.txt']);
});

test('what is given up leaves nothing', async () => {
  const file = await WholeFile.open(folder.path('report.txt'));
  await file.write('half');
  await file.discard();
  expect(readdirSync(folder.path())).toEqual([]);
});

test('a link goes on leading to the file', async () => {
  folder.write('archive/report.txt', 'old');
  symlinkSync('archive/report.txt', folder.path('latest.txt'));
  const file = await WholeFile.open(folder.path('latest.txt'));
  await file.write('new');
  await file.finish();
  expect(lstatSync(folder.path('latest.txt')).isSymbolicLink()).toBe(true);
  expect(readFileSync(folder.path('archive/report.txt'), 'utf8')).toBe('new');
});

test('what is no file is written and not replaced', async () => {
  const file = await WholeFile.open('/dev/null');
  await file.write('gone');
  await file.finish();
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});

test.each([
  ['.', 'is a folder: name a file'],
  ['none/report.txt', 'cannot be written (ENOENT): name a file in a folder that is there'],
])('%s %s', async (name, reason) => {
  await expect(WholeFile.open(folder.path(name))).rejects.toThrow(reason);
});
