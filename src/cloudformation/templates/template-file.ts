import { readFileSync } from 'node:fs';
import { parseTemplate, type YamlParser } from './parse-template';
import { TemplateError } from './template-error';

/** A CloudFormation template, its intrinsic functions in their long form. */
export interface Template {
  /** Of the template's `Transform` and `Fn::Transform`, names or objects with a `Name`. */
  readonly transforms: readonly unknown[];
  readonly Parameters: Section;
  readonly Mappings: Section;
  readonly Resources: Section;
  readonly Outputs: Section;
}

/** By name; what stands under a name can be anything. */
export type Section = Readonly<Record<string, any>>;

/** One of which nothing is known. */
export const EMPTY_TEMPLATE: Template = {
  transforms: [],
  Parameters: {},
  Mappings: {},
  Resources: {},
  Outputs: {},
};

/**
 * Reads a template.
 *
 * @param file how messages name it
 * @param mayBeEmpty whether it is a template for certain: that of a CDK stack without resources has no `Resources`
 * @param parseYaml reads what is not JSON
 */
export function readTemplate(
  text: string,
  file: string,
  mayBeEmpty: boolean,
  parseYaml: YamlParser | undefined,
): Template {
  const content = parseTemplate(text, file, parseYaml);
  if (!isSection(content)) throw new TemplateError(file, 'not a CloudFormation template');
  const transforms = [content.Transform ?? [], content['Fn::Transform'] ?? []].flat();
  if (!('Resources' in content) && !mayBeEmpty && !transforms.length) {
    throw new TemplateError(file, 'not a CloudFormation template: it has no "Resources"');
  }
  return {
    transforms,
    Parameters: section(content, 'Parameters', file),
    Mappings: section(content, 'Mappings', file),
    Resources: section(content, 'Resources', file),
    Outputs: section(content, 'Outputs', file),
  };
}

export function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new TemplateError(file, code === 'ENOENT' ? 'no such file' : `it cannot be read (${code})`);
  }
}

export function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function section(template: Section, name: string, file: string): Section {
  const content = template[name] ?? {};
  if (!isSection(content)) throw new TemplateError(file, `"${name}" is not a list of names with values`);
  return content;
}
