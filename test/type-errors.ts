import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..');

/** What the compiler says of files that are not there, as if they stood in the top folder, under the package's own settings. */
export function typeErrors(texts: readonly string[]): string[] {
  const files = new Map(texts.map((text, index) => [join(ROOT, `snippet-${index}.ts`), text]));
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const settings = { ...options, noEmit: true, noUnusedLocals: false, skipLibCheck: true };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...others) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, ...others)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...files.keys()], settings, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
