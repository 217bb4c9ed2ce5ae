import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import ts from 'typescript';

// Its types are another package.
const { minify } = require('uglify-js');

/**
 * Makes the code of the notice function: one file that stands in the template as it is, so that its size counts. A template
 * has 51,200 bytes, and the rest of the monitor needs most of them.
 */

const ROOT = resolve(__dirname, '..');
const MOST_BYTES = 16 * 1024;
const target = 'node22';

/** Names that no message has and nobody reads by text, so that they may be short. */
const INTERNAL =
  /^(isEverywhere|share|isRoot|lookedUp|isDefault|movedSubnet|environment|publish|body|lines|why|record|kind|text|log|port)$/;

/** @returns the code */
export function bundleNotice(outfile: string): string {
  // An assignment and no export: esbuild would add half a kilobyte of what CommonJS modules give to others.
  const contents = "import { handler } from './notice.lambda'; exports.handler = handler;";
  const [{ text }] = buildSync({
    stdin: { contents, resolveDir: join(ROOT, 'src/notice'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target,
    external: ['@aws-sdk/*'], // the runtime has it
    mangleProps: INTERNAL,
    logLevel: 'error',
  }).outputFiles;
  const code = minified(minified(withArrows(text)));
  const size = Buffer.byteLength(code);
  if (size > MOST_BYTES) throw new Error(`The notice function has ${size} bytes, more than ${MOST_BYTES}.`);
  mkdirSync(dirname(outfile), { recursive: true });
  // Several tests make it at the same time, and none may read half of it.
  const half = `${outfile}.${process.pid}`;
  writeFileSync(half, code);
  renameSync(half, outfile);
  return code;
}

/** A twentieth smaller than what esbuild makes alone, because functions that are called once become a part of their callers. */
function minified(code: string): string {
  const result = minify(code, { toplevel: true, module: true, compress: { passes: 6, keep_fargs: false } });
  if (result.error) throw result.error;
  return result.code;
}

/**
 * Functions become arrow functions, which are shorter. They stand first, because functions are there before they are
 * written.
 */
function withArrows(code: string): string {
  const source = ts.createSourceFile('notice.js', code, ts.ScriptTarget.Latest, true);
  const isFunction = (one: ts.Statement) => ts.isFunctionDeclaration(one);
  const rest = source.statements.filter((one) => !isFunction(one)).map((one) => one.getFullText());
  return [
    ...source.statements.filter(isFunction).map((one) => arrowOf(one as ts.FunctionDeclaration)),
    ...rest,
  ].join('');
}

function arrowOf({ name, parameters, body, modifiers }: ts.FunctionDeclaration): string {
  const async = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ? 'async ' : '';
  const given = parameters.map((one) => one.getText()).join(',');
  const [first] = body?.statements ?? [];
  const only =
    body?.statements.length === 1 && first && ts.isReturnStatement(first) ? first.expression : undefined;
  return `const ${name?.text}=${async}(${given})=>${only ? `(${only.getText()})` : body?.getText()};\n`;
}

if (require.main === module) bundleNotice(join(ROOT, 'lib/notice/notice.lambda.js'));
