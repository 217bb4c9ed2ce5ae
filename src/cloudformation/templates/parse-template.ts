import { parseJson } from './json';
import { TemplateError } from './template-error';

/**
 * Reads a template that is not JSON; the text is YAML or nothing that CloudFormation takes.
 *
 * @throws TemplateError where it cannot be read
 */
export type YamlParser = (text: string, file: string) => unknown;

/** Without a parser for it, YAML is as good as not there. */
export class YamlNotRead extends TemplateError {
  constructor(file: string) {
    super(file, 'it is YAML, and only JSON is read here');
  }
}

/** Tells JSON from YAML: by its first character, as CloudFormation does, unless the file's name says that it is JSON. */
export function parseTemplate(text: string, file: string, parseYaml: YamlParser | undefined): unknown {
  const isJson = /\.json$/i.test(file) || (/^\s*\{/.test(text) && !/\.ya?ml$/i.test(file));
  if (isJson) return parseJson(text, file);
  if (parseYaml) return parseYaml(text, file);
  throw new YamlNotRead(file);
}
