/**
 * Packages the library for each language, checks what is in each package, and runs the same apps in TypeScript, Python,
 * Java and Go against what was packaged.
 *
 * `npm run test:languages` takes the languages whose tools are on this machine, and says which it skips;
 * `npm run test:languages -- python java` takes those, and fails where their tools are missing.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runChild } from '../../python/run-child';
import { step } from '../../scripts/demo/step';
import { isBuilt } from './built';
import type { Language, Room } from './language';
import { LANGUAGES } from './languages';
import { Tally } from './tally';
import { typescript } from './typescript';

const REPOSITORY = resolve(__dirname, '../..');

async function main(names: string[]): Promise<number> {
  const unknown = names.find((name) => !LANGUAGES.some((language) => isCalled(language, name)));
  if (unknown !== undefined) {
    process.stderr.write(`${unknown} is none of ${LANGUAGES.map(({ name }) => name).join(', ')}.\n`);
    return 2;
  }
  const tally = new Tally();
  const room = makeRoom();
  try {
    if (!isBuilt(REPOSITORY)) {
      await step('compile the library and its snippets', async () => {
        await projen('compile');
        await projen('rosetta');
      });
    }
    for (const language of LANGUAGES) {
      const wanted = names.some((name) => isCalled(language, name));
      if (wanted || names.length === 0 || language === typescript) {
        await attend(language, wanted, tally, room);
      }
    }
  } finally {
    rmSync(room.temporary, { recursive: true, force: true });
  }
  writeFileSync(join(room.reports, '../languages.json'), JSON.stringify(tally));
  const { numPassedTests, numFailedTests, numPendingTests } = tally;
  process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
  return numFailedTests === 0 ? 0 : 1;
}

async function attend(language: Language, wanted: boolean, tally: Tally, room: Room): Promise<void> {
  process.stdout.write(`\n${language.name}\n`);
  const missing = language.missing();
  if (missing && !wanted) {
    process.stdout.write(`skipped: ${missing}\n`);
    tally.numPendingTests += 1;
    return;
  }
  try {
    if (missing) {
      throw new Error(missing);
    }
    rmSync(join(room.dist, language.target), { recursive: true, force: true });
    await tally.check(`package it`, () => projen(`package:${language.target}`));
    await language.run(tally, room);
  } catch (error) {
    process.stdout.write(`failed: ${error instanceof Error ? error.message : error}\n`);
    tally.numFailedTests += 1;
  }
}

function isCalled(language: Language, name: string): boolean {
  return language.name.toLowerCase() === name.toLowerCase();
}

function makeRoom(): Room {
  const temporary = mkdtempSync(join(tmpdir(), 'languages-'));
  const reports = join(REPOSITORY, 'test-reports/languages');
  mkdirSync(reports, { recursive: true });
  return { dist: join(REPOSITORY, 'dist'), temporary, expected: join(temporary, 'expected.json'), reports };
}

function projen(task: string): Promise<string> {
  return runChild('npx', ['projen', task], { cwd: REPOSITORY });
}

// Node 20 is past jsii's end-of-life date: no banner in every app.
process.env.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION ??= '20';

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
