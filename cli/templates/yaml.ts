import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import { TemplateError } from '../../src/cloudformation/templates/template-error';

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

/**
 * Anchors may nest each other, so that a short text becomes a long value. What CloudFormation takes has at most a million
 * bytes and comes near none of these.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const MAX_BYTES = 1_000_000;
const MAX_DEPTH = 100;
const MAX_VALUES = 200_000;
const MAX_CHARACTERS = 10_000_000;

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
 * @throws TemplateError where it is no YAML or more than the limits allow
 */
export function parseYaml(text: string, file: string): unknown {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    throw new TemplateError(file, 'not a template: CloudFormation takes at most 1,000,000 bytes');
  }
  const lines = new LineCounter();
  const fail = (reason: string, offset?: number): never => {
    throw new TemplateError(file, reason, offset === undefined ? undefined : lines.linePos(offset).line);
  };
  // The package compares each key of a map with all others of it; the reader below does so with a set.
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const [error] = document.errors;
  // The package goes down one call for each level.
  if (error?.message.includes('call stack')) fail(TOO_DEEP);
  if (error) fail(`not YAML: ${error.message}`, error.pos[0]);
  const reader = new Reader(targetsOf(document), (reason, node) => fail(reason, node?.range?.[0]));
  return reader.read(document.contents, 0);
}

const TOO_DEEP = `not a template: it is nested more than ${MAX_DEPTH} levels deep`;

/** What each alias stands for, found in one walk: the package walks the whole document for each of them. */
function targetsOf(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target) targets.set(node, target);
      } else if (node.anchor !== undefined) {
        anchored.set(node.anchor, node);
      }
    },
  });
  return targets;
}

class Reader {
  private values = 0;
  private characters = 0;

  constructor(
    private readonly targets: ReadonlyMap<Alias, Node>,
    private readonly fail: (reason: string, node: Node | null) => never,
  ) {}

  public read(node: Node | null, depth: number): unknown {
    this.values += 1;
    if (depth > MAX_DEPTH) this.fail(TOO_DEEP, node);
    if (this.values > MAX_VALUES || this.characters > MAX_CHARACTERS) {
      this.fail('not a template: with its aliases written out it is too long', node);
    }
    if (isAlias(node)) {
      const target = this.targets.get(node);
      return target
        ? this.read(target, depth + 1)
        : this.fail(`nothing is anchored as "${node.source}"`, node);
    }
    const value = this.contentOf(node, depth);
    const name = /^!(\w+)$/.exec(node?.tag ?? '')?.[1];
    if (name === undefined) return value;
    return SHORT_FORMS.has(name)
      ? longForm(name, value)
      : this.fail(`"!${name}" is no intrinsic function`, node);
  }

  private contentOf(node: Node | null, depth: number): unknown {
    if (isMap<Node, Node | null>(node)) return Object.fromEntries(this.entriesOf(node, depth));
    if (isSeq<Node | null>(node)) return node.items.map((item) => this.read(item, depth + 1));
    if (!isScalar(node)) return null;
    this.characters += String(node.value ?? '').length;
    return scalarValue(node);
  }

  private entriesOf(map: YAMLMap<Node, Node | null>, depth: number): [string, unknown][] {
    const merged: [string, unknown][] = [];
    const own = new Map<string, unknown>();
    for (const { key, value } of map.items) {
      const read = this.read(value, depth + 1);
      // A number is the text that it is written as: accounts are keys of mappings.
      const name = isScalar(key) ? String(key.value) : this.fail('a name is not a text', key);
      if (name === '<<') merged.push(...mergedEntries(read));
      else if (own.has(name)) this.fail(`the name "${name}" is there twice`, key);
      else own.set(name, read);
    }
    return [...merged, ...own];
  }
}

/** Of several maps the first one counts: what comes later in the list of entries replaces what is before it. */
function mergedEntries(maps: unknown): [string, unknown][] {
  return [maps]
    .flat()
    .reverse()
    .flatMap((item) => Object.entries(item ?? {}));
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
