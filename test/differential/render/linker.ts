import { isOpen } from '../open';
import { type Drawn, type Pen, resourceById, type Stack, type Stacks } from './drawing';
import { type Wording, waysToSay, wordingOf } from './references';
import { OpenValue, OTHER_REGION, REGION, Reference, Text } from './tokens';

export interface Template {
  Parameters?: Record<string, unknown>;
  Conditions?: Record<string, unknown>;
  Resources: Record<string, { Type: string; [attribute: string]: unknown }>;
  Outputs?: Record<string, unknown>;
}

/** Properties whose booleans and numbers differ from the same as text. */
const AS_IT_IS = new Set(['FilterPolicy']);

/** Brings a value of another stack into one, and gives the expression for it. */
export type Fetch = (from: Stack, to: Stack, name: string, wording: Wording) => unknown;

/** Writes tokens as the intrinsic functions, parameters and conditions of a template. */
export class Linker {
  constructor(
    private readonly resources: readonly Drawn[],
    private readonly stacks: Stacks,
    private readonly templates: readonly Template[],
    private readonly fetch: Fetch,
    private readonly pen: Pen,
    private readonly knownEnvironment: boolean,
  ) {}

  write(resource: Drawn): void {
    const stack = this.stacks[resource.id];
    const { present = true } = resource;
    if (present === false) return;
    this.templates[stack].Resources[resource.id] = {
      Type: resource.type,
      ...(isOpen(present) && {
        Condition: this.condition(stack, present.variable, present.options[0] === true),
      }),
      Properties: this.link(resource.properties, stack) as object,
    };
  }

  private link(value: unknown, stack: Stack): unknown {
    if (value instanceof Reference) return this.reference(value, stack);
    if (value instanceof OpenValue) return this.open(value, stack);
    if (value instanceof Text) return this.text(flat(value), stack);
    if (Array.isArray(value)) return value.map((part) => this.link(part, stack));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).filter(([, part]) => part !== undefined);
      return Object.fromEntries(
        entries.map(([key, part]) => [key, AS_IT_IS.has(key) ? part : this.link(part, stack)]),
      );
    }
    const isScalar = typeof value === 'number' || typeof value === 'boolean';
    return isScalar && this.pen.style.scalarsAsText ? String(value) : value;
  }

  private reference(reference: Reference, stack: Stack): unknown {
    const target = resourceById(this.resources, reference.id);
    const home = this.stacks[target.id];
    const wording = wordingOf(target, reference, home === 2 ? OTHER_REGION : REGION);
    if (home === stack) return this.pen.random.pick(waysToSay(wording, this.pen, this.knownEnvironment));
    const inWords =
      wording.literal !== undefined && this.knownEnvironment && this.pen.style.references !== 'plain';
    if (inWords && this.pen.random.chance(0.5)) return wording.literal;
    const name = `${reference.id}${reference.what === 'arn' ? 'Arn' : ''}`;
    return this.fetch(home, stack, name, wording);
  }

  private open({ open, options }: OpenValue, stack: Stack): unknown {
    switch (open.written) {
      case 'parameter':
        this.parameter(stack, open.variable);
        return { Ref: open.variable };
      case 'field':
        return '$.requestParameters.ruleNumber';
      default:
        return {
          'Fn::If': [
            this.condition(stack, open.variable, true),
            ...options.map((option) => this.link(option, stack)),
          ],
        };
    }
  }

  private condition(stack: Stack, variable: string, holds: boolean): string {
    const template = this.templates[stack];
    this.parameter(stack, `${variable}Choice`);
    template.Conditions ??= {};
    template.Conditions[variable] = { 'Fn::Equals': [{ Ref: `${variable}Choice` }, 'yes'] };
    if (holds) return variable;
    template.Conditions[`${variable}Not`] = { 'Fn::Not': [{ Condition: variable }] };
    return `${variable}Not`;
  }

  private parameter(stack: Stack, name: string): void {
    const template = this.templates[stack];
    template.Parameters ??= {};
    template.Parameters[name] = { Type: 'String' };
  }

  private text(parts: readonly unknown[], stack: Stack): unknown {
    const linked = parts.map((part) => this.link(part, stack));
    if (linked.every((part) => typeof part === 'string')) return linked.join('');
    if (this.pen.style.references === 'plain' || this.pen.random.chance(0.5))
      return { 'Fn::Join': ['', linked] };
    const variables: Record<string, unknown> = {};
    const words = linked.map((part, index) => {
      if (typeof part === 'string') return part;
      variables[`Part${index}`] = part;
      return `\${Part${index}}`;
    });
    return { 'Fn::Sub': [words.join(''), variables] };
  }
}

function flat(text: Text): unknown[] {
  return text.parts.flatMap((part) => (part instanceof Text ? flat(part) : [part]));
}
