/**
 * Measures what docs/performance.md promises, prints it as Markdown, and with `--write` puts it there.
 *
 * Exit status: 0 measured, whatever the figures are; 2 it cannot run; 130 interrupted.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommandLine } from './command-line/command-line';
import { writeFigures } from './document';
import { compileChildren } from './fresh-process';
import { measureJudgement } from './judgement';
import { measureLanguages } from './languages';
import { describeMachine } from './machine';
import { measureNotice } from './notice';
import { type BenchOptions, type Findings, type Goal, progress } from './part';
import { measurePattern } from './pattern';
import { measureRequire } from './require';
import { measureSynth } from './synth';
import { fixed, table } from './table';

const PARTS: Readonly<Record<string, (options: BenchOptions) => Promise<Findings>>> = {
  require: measureRequire,
  pattern: measurePattern,
  judgement: measureJudgement,
  synth: measureSynth,
  notice: measureNotice,
  cli: measureCommandLine,
  languages: measureLanguages,
};

const USAGE = `npm run bench -- [options]
  --only ${Object.keys(PARTS).join('|')}  one part
  --runs N    how often each case is measured (7)
  --quick     small cases, two runs: does the bench work?
  --write     put the figures into docs/performance.md`;

class CannotRun extends Error {}

async function main() {
  const { only, write, ...options } = readOptions();
  compileChildren();
  const started = Date.now();
  const found: Findings[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (only === undefined || only === name) found.push(await measure(options));
  }
  progress('');

  const goals = found.flatMap((one) => one.goals);
  const figures = [
    `${describeMachine()}\n- took ${fixed((Date.now() - started) / 60_000, 1)} minutes`,
    ...(goals.length > 0 ? [table(['goal', 'measured', 'holds'], goals.map(goalRow))] : []),
    ...found.flatMap(({ title, text }) => [`### ${title}`, text]),
  ].join('\n\n');
  process.stdout.write(`${figures}\n`);
  if (write) writeFigures(figures);
}

function goalRow({ goal, measured, holds }: Goal): string[] {
  return [goal, measured, holds ? 'yes' : 'NO'];
}

function readOptions(): BenchOptions & { readonly only?: string; readonly write: boolean } {
  const { only, runs, quick, write, help } = parse();
  if (help) throw new CannotRun(USAGE);
  if (only !== undefined && !(only in PARTS)) throw new CannotRun(`there is no part ${only}\n${USAGE}`);
  if (runs !== undefined && !/^[1-9]\d*$/.test(runs)) throw new CannotRun(`--runs ${runs} is no number`);
  if (write && (quick || only !== undefined)) throw new CannotRun('--write needs a whole run');
  const root = join(__dirname, '..');
  const library = join(root, 'lib', 'index.js');
  if (!existsSync(library) || newest(join(root, 'src')) > statSync(library).mtimeMs) {
    throw new CannotRun(
      'it measures the compiled package, and lib is missing or older than src: npx projen compile',
    );
  }
  return { library, runs: Number(runs ?? (quick ? 2 : 7)), quick, only, write };
}

function newest(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(join(folder, file)).mtimeMs));
}

function parse() {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      options: {
        only: { type: 'string' },
        runs: { type: 'string' },
        quick: flag,
        write: flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new CannotRun(`${(error as Error).message}\n${USAGE}`);
  }
}

process.once('SIGINT', () => process.exit(130)); // the children get it too; `exit` removes their files
main().catch((error: Error) => {
  process.stderr.write(`${error instanceof CannotRun ? error.message : error.stack}\n`);
  process.exitCode = 2;
});
