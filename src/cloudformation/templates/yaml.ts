import type { Document, Node, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { TemplateError } from './template-error';

/** The short form of every intrinsic function but these two is that of `Fn::` and its name. */
const NO_PREFIX = ['Ref', 'Condition'];

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const SHORT_FORMS = new Set([
  ...NO_PREFIX,
  ...[
    'And',
    'Base64',
    'Cidr',
    'Contains',
    'EachMemberEquals',
    'EachMemberIn',
    'Equals',
    'FindInMap',
    'GetAtt',
  ],
  ...[
    'GetAZs',
    'GetStackOutput',
    'If',
    'ImportValue',
    'Join',
    'Length',
    'Not',
    'Or',
    'RefAll',
    'Select',
    'Split',
  ],
  ...['Sub', 'ToJsonString', 'Transform', 'ValueOf', 'ValueOfAll'],
]);

/** Anchors may nest each other; a template that is meant does not come near either. */
const MAX_DEPTH = 100;
const MAX_NODES = 200_000;

/**
 * Reads YAML as CloudFormation does, short forms of intrinsic functions in their long form.
 *
 * CloudFormation takes YAML 1.1, where `yes` is true and `012` is ten. What of it is `assumed`:
 * - `yes`, `no`, `on` and `off` are booleans; `y` and `n` are not, as in all known parsers of 1.1.
 * - A number that its digits do not write back (`012345678901`, `1.0`, `0x1F`, `12:30`) stays text: most often it is
 *   an account or a version, and who needs a number takes it from text too.
 * - A date is text (`Version: 2012-10-17`).
 * - Aliases and merge keys are followed: CloudFormation refuses them, `aws cloudformation package` writes them out.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
export function parseYaml(text: string, file: string): unknown {
  // Loaded where a file is YAML: what CDK writes is JSON.
  const yaml: typeof import('yaml') = require('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new TemplateError(file, `not YAML: ${error.message}`, lines.linePos(error.pos[0]).line);
  const reader = new Reader(yaml, document, (reason, node) => {
    throw new TemplateError(file, reason, node?.range ? lines.linePos(node.range[0]).line : undefined);
  });
  return reader.read(document.contents, 0);
}

class Reader {
  private nodes = 0;

  constructor(
    private readonly yaml: typeof import('yaml'),
    private readonly document: Document.Parsed,
    private readonly fail: (reason: string, node: Node | null) => never,
  ) {}

  public read(node: Node | null, depth: number): unknown {
    this.nodes += 1;
    if (depth > MAX_DEPTH || this.nodes > MAX_NODES) this.fail('not a template: it is nested too deep', node);
    const { yaml } = this;
    if (yaml.isAlias(node)) {
      const target = node.resolve(this.document);
      return target
        ? this.read(target, depth + 1)
        : this.fail(`nothing is anchored as "${node.source}"`, node);
    }
    const value = yaml.isMap(node)
      ? Object.fromEntries(this.entriesOf(node as YAMLMap<Node, Node | null>, depth))
      : yaml.isSeq(node)
        ? node.items.map((item) => this.read(item as ParsedNode, depth + 1))
        : yaml.isScalar(node)
          ? scalarValue(node)
          : null;
    const name = /^!(\w+)$/.exec(node?.tag ?? '')?.[1];
    if (name === undefined) return value;
    return SHORT_FORMS.has(name)
      ? longForm(name, value)
      : this.fail(`"!${name}" is no intrinsic function`, node);
  }

  private entriesOf(map: YAMLMap<Node, Node | null>, depth: number): [string, unknown][] {
    const merged: [string, unknown][] = [];
    const own: [string, unknown][] = [];
    for (const { key, value } of map.items) {
      const read = this.read(value, depth + 1);
      // A number is the text that it is written as: accounts are keys of mappings.
      const name = this.yaml.isScalar(key) ? String(key.value) : this.fail('a name is not a text', key);
      if (name === '<<')
        merged.push(
          ...[read]
            .flat()
            .reverse()
            .flatMap((item) => Object.entries(item ?? {})),
        );
      else own.push([name, read]);
    }
    return [...merged, ...own];
  }
}

function longForm(name: string, value: unknown): unknown {
  if (name === 'GetAtt' && typeof value === 'string') {
    const [logicalId, ...attribute] = value.split('.');
    return { 'Fn::GetAtt': [logicalId, attribute.join('.')] };
  }
  return { [NO_PREFIX.includes(name) ? name : `Fn::${name}`]: value };
}

function scalarValue({ value, type, tag }: Scalar): unknown {
  const text = String(value ?? '');
  if (type !== 'PLAIN' || tag) return text;
  if (/^(~|null|Null|NULL|)$/.test(text)) return null;
  if (/^(true|True|TRUE|yes|Yes|YES|on|On|ON)$/.test(text)) return true;
  if (/^(false|False|FALSE|no|No|NO|off|Off|OFF)$/.test(text)) return false;
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
