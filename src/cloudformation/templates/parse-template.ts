import { parseJson } from './json';
import { parseYaml } from './yaml';

/** Tells JSON from YAML: by its first character, as CloudFormation does, unless the file's name says that it is JSON. */
export function parseTemplate(text: string, file: string): unknown {
  const isJson = /\.json$/i.test(file) || (/^\s*\{/.test(text) && !/\.ya?ml$/i.test(file));
  return isJson ? parseJson(text, file) : parseYaml(text, file);
}
