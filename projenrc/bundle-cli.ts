import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

/**
 * Makes what the package of the command line has beside its own files: one file that starts, one for each command, and what
 * commands share, so that nobody waits for what is not asked for. What they need is inside of them.
 */

const ROOT = resolve(__dirname, '..');
const CLI = join(ROOT, 'cli');
/** Where `lib` and the licence go. */
const [FOLDER = CLI] = process.argv.slice(2);
const LIB = join(FOLDER, 'lib');

/** What is loaded when it is asked for is CommonJS in the tests, which jest runs, and a module in the bundle. */
const loadModules: Plugin = {
  name: 'load-modules',
  setup: ({ onLoad }) => {
    onLoad({ filter: /cli\/src\/cli\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/\brequire\('\.\/commands\//g, "import('./commands/"),
      loader: 'ts',
    }));
  },
};

/** A release writes the version into the root's package.json alone. */
const versionOfRelease: Plugin = {
  name: 'version-of-release',
  setup: ({ onLoad }) => {
    onLoad({ filter: /cli\/package\.json$/ }, () => ({
      contents: JSON.stringify({
        version: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
      }),
      loader: 'json',
    }));
  },
};

async function bundle(): Promise<void> {
  rmSync(LIB, { recursive: true, force: true });
  const { metafile } = await build({
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    keepNames: true, // errors are told apart by their names
    mainFields: ['module', 'main'], // without it yaml and the AWS SDK have twice the size
    logLevel: 'warning',
    metafile: true,
    entryPoints: [
      { in: join(CLI, 'src/main.ts'), out: 'main' },
      ...readdirSync(join(CLI, 'src/commands')).map((file) => ({
        in: join(CLI, 'src/commands', file),
        out: `commands/${parse(file).name}`,
      })),
    ],
    outdir: LIB,
    // Only modules can share parts.
    format: 'esm',
    splitting: true,
    chunkNames: 'shared/[hash]',
    outExtension: { '.js': '.mjs' },
    plugins: [loadModules, versionOfRelease],
    // Some of what is bundled asks for Node's own modules as CommonJS does.
    banner: {
      js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
    },
  });
  writeFileSync(join(LIB, 'THIRD-PARTY-LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)));
  copyFileSync(join(ROOT, 'LICENSE'), join(FOLDER, 'LICENSE'));
}

/** The licences of what is bundled go along, as they ask; a text that many share is there once. */
function licencesOf(inputs: readonly string[]): string {
  const folders = new Set(
    inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
  );
  const byText = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : license;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  return [...byText]
    .map(([text, names]) => `${names.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

void bundle();
