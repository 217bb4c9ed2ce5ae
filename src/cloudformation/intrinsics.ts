import { type Field, isUnreadable, shown, type Unreadable } from '../field/field';
import { concatenate, placeholder, replaceReferences, splitText } from '../field/text';
import * as attributes from './attributes';
import type { Declaration, DeclaringStack, ScopedValue } from './declaration';
import { pseudoParameter } from './pseudo-parameters';
import type { PropertyReader } from './resource-types';

/** A JSON value without intrinsic functions; what could not be read says so in its place. */
export type Resolved =
  | string
  | number
  | boolean
  | null
  | undefined
  | Unreadable
  | readonly Resolved[]
  | { readonly [key: string]: Resolved };

const MAX_DEPTH = 100;

/**
 * Works out the intrinsic functions of a value.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolve(value: unknown, stack: DeclaringStack, depth = 0): Resolved {
  if (depth > MAX_DEPTH) return unreadable('it is nested too deep', stack, value);
  if (typeof value === 'string') {
    // Outside of Fn::Sub it stands for nothing; here it would be taken for the value.
    if (value.includes('${AWS::'))
      return unreadable('a pseudo parameter stands in it without Fn::Sub', stack, value);
    return textOrDynamic(value, stack);
  }
  if (typeof value !== 'object' || value === null) return value as Resolved;
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, stack, depth + 1)).filter((item) => item !== undefined);
  }
  const entries = Object.entries(value);
  if (entries.length === 1) {
    const [name, argument] = entries[0];
    if (TAKE_A_LIST.has(name) && !Array.isArray(argument)) {
      return unreadable(`${name} is given no list`, stack, value);
    }
    const intrinsic = INTRINSICS[name];
    if (intrinsic) return intrinsic(argument, stack, depth + 1);
    if (name.startsWith('Fn::')) return unreadable(`${name} is worked out on deployment`, stack, value);
  }
  const object: Record<string, Resolved> = {};
  for (const [key, item] of entries) {
    const resolved = resolve(item, stack, depth + 1);
    if (resolved !== undefined) object[key] = resolved;
  }
  return object;
}

/** The name that a resource has or, as a placeholder, will be given. */
export function nameOf(declaration: Declaration): Field<string> {
  return attributes.nameOf(declaration, reader(declaration, 0));
}

export function arnOf(declaration: Declaration): Field<string> {
  return attributes.arnOf(declaration, reader(declaration, 0));
}

function reader(declaration: Declaration, depth: number): PropertyReader {
  const { stack } = declaration;
  return (name) => {
    const key = `${stack.id}\n${declaration.id ?? declaration.logicalId}\n${name}`;
    const value = outsideCircles(key, stack, () => resolve(propertyOf(declaration, name), stack, depth + 1));
    return value === undefined ? undefined : asText(value, stack);
  };
}

/** A value of another stack, or of another part of this one. */
function resolveScoped({ value, stack }: ScopedValue, depth: number): Resolved {
  return outsideCircles(`${stack.id}\n${JSON.stringify(value)}`, stack, () => resolve(value, stack, depth));
}

/** What is being read, at any depth. */
const READING = new Set<string>();

/** References in a circle: CloudFormation refuses them, and says so better. */
function outsideCircles(key: string, stack: DeclaringStack, read: () => Resolved): Resolved {
  if (READING.has(key)) return unreadable('it refers to itself', stack, key);
  READING.add(key);
  try {
    return read();
  } finally {
    READING.delete(key);
  }
}

/** A property that is a text or a list of texts, intrinsic functions and all. */
export function propertyOf(declaration: Declaration, name: string): unknown {
  return declaration.property ? declaration.property(name) : declaration.properties[name];
}

/** A resolved value as text: CloudFormation takes numbers and booleans as text and text as those. */
export function asText(value: Resolved, stack: DeclaringStack): Field<string> {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isUnreadable(value)) return value;
  return unreadable('it is not a text', stack, value);
}

const TAKE_A_LIST = new Set(['Fn::Declared', 'Fn::If', 'Fn::Join', 'Fn::Select', 'Fn::Split']);

type Intrinsic = (argument: any, stack: DeclaringStack, depth: number) => Resolved;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, stack, depth) => reference(String(name), undefined, stack, depth),
  'Fn::GetAtt': (argument, stack, depth) => {
    const [logicalId, ...attribute] = Array.isArray(argument) ? argument : String(argument).split('.');
    if ([logicalId, ...attribute].some((part) => typeof part !== 'string')) {
      return unreadable('the name of the attribute is worked out on deployment', stack, argument);
    }
    return reference(logicalId, attribute.join('.'), stack, depth);
  },
  'Fn::Declared': ([path, attribute, name]: string[], stack, depth) => {
    const declaration = stack.declared?.(path);
    if (declaration) return attributeOf(declaration, attribute, depth);
    const given = stack.declaredParameter?.(path);
    return given ? resolveScoped(given, depth) : parameter(name, path);
  },
  'Fn::Join': ([delimiter, list], stack, depth) => {
    const items = resolve(list, stack, depth);
    if (isUnreadable(items)) return items;
    if (!Array.isArray(items)) return unreadable('Fn::Join is given no list', stack, list);
    return concatenate(
      items.flatMap((item, i) => (i ? [String(delimiter), asText(item, stack)] : [asText(item, stack)])),
    );
  },
  'Fn::Sub': (argument, stack, depth) => {
    const [template, variables] = Array.isArray(argument) ? argument : [argument];
    return textOrDynamic(substitute(template, variables ?? {}, stack, depth), stack);
  },
  'Fn::Split': ([delimiter, text], stack, depth) => {
    const resolved = asText(resolve(text, stack, depth), stack);
    return isUnreadable(resolved) ? resolved : splitText(resolved, String(delimiter));
  },
  'Fn::Select': ([index, list], stack, depth) => {
    const [at, items] = [resolve(index, stack, depth), resolve(list, stack, depth)];
    if (isUnreadable(at)) return at;
    if (isUnreadable(items)) return derived(items, `Fn::Select ${shownIndex(at)}`);
    const item = Array.isArray(items) ? items[Number(at)] : undefined;
    return item ?? unreadable('Fn::Select finds nothing', stack, list);
  },
  'Fn::ImportValue': (name, stack, depth) => {
    const exportName = asText(resolve(name, stack, depth), stack);
    if (isUnreadable(exportName)) return exportName;
    const exported = stack.exported(exportName);
    if (exported) return resolveScoped(exported, depth);
    return {
      unreadable: `it is the export "${exportName}", which no stack of the evidence has, or several have`,
      placeholder: `\${import of ${stack.account ?? ''}/${stack.region ?? ''}/${exportName}}`,
    };
  },
  'Fn::GetStackOutput': (argument, stack, depth) => {
    const { StackName, OutputName, Region, RoleArn } = Object(resolve(argument, stack, depth));
    // The role is one of the account in which the stack is.
    const [, account] = /^arn:[^:]*:iam::(\d{12}):/.exec(String(RoleArn)) ?? [];
    const region = typeof Region === 'string' && !Region.includes('${') ? Region : undefined;
    const output = stack.stackOutput?.(String(StackName), String(OutputName), region, account);
    if (output) return resolveScoped(output, depth);
    const whole = `output "${OutputName}" of stack "${StackName}"`;
    return unreadable(`it is the ${whole}, which is not part of the evidence`, stack, argument);
  },
  'Fn::FindInMap': (argument, stack, depth) => {
    const keys = resolve(argument, stack, depth);
    if (isUnreadable(keys)) return keys;
    const [map, top, second] = Array.isArray(keys) ? keys.map((key) => asText(key, stack)) : [];
    const unreadableKey = [map, top, second].find(isUnreadable);
    if (unreadableKey)
      return derived(unreadableKey, `Fn::FindInMap ${[map, top, second].map((key) => shown(key ?? ''))}`);
    const found = stack.mapping(String(map), String(top), String(second));
    return found === undefined
      ? unreadable('Fn::FindInMap finds nothing before deployment', stack, argument)
      : resolve(found, stack, depth);
  },
  'Fn::If': ([condition, whenTrue, whenFalse], stack, depth) => {
    const [a, b] = [resolve(whenTrue, stack, depth), resolve(whenFalse, stack, depth)];
    if (JSON.stringify(a) === JSON.stringify(b)) return a;
    return unreadable(`it depends on the condition "${condition}"`, stack, [condition, a, b]);
  },
  'Fn::ToJsonString': (argument, stack, depth) => {
    const resolved = resolve(argument, stack, depth);
    const part = firstUnreadable(resolved);
    return part ? derived(part, JSON.stringify(resolved)) : JSON.stringify(resolved);
  },
};

function textOrDynamic(value: Resolved, stack: DeclaringStack): Resolved {
  return typeof value === 'string' && value.includes('{{resolve:')
    ? unreadable('it is a dynamic reference', stack, value)
    : value;
}

function reference(
  name: string,
  attribute: string | undefined,
  stack: DeclaringStack,
  depth: number,
): Resolved {
  if (name.startsWith('AWS::')) return pseudoParameter(name, stack);
  const declaration = stack.resource(name);
  if (declaration) return attributeOf(declaration, attribute ?? 'Ref', depth);
  const given = attribute === undefined ? stack.parameter(name) : undefined;
  return given ? resolveScoped(given, depth) : parameter(name, `${stack.id}.${name}`);
}

function attributeOf(declaration: Declaration, attribute: string, depth: number): Resolved {
  if (attribute.startsWith('Outputs.')) {
    const output = declaration.stack.nestedOutput(declaration.logicalId, attribute.slice('Outputs.'.length));
    if (output) return resolveScoped(output, depth);
  }
  return attributes.attributeOf(declaration, attribute, reader(declaration, depth));
}

function parameter(name: string, id: string): Unreadable {
  return { unreadable: `it is the parameter "${name}"`, placeholder: placeholder(id) };
}

function substitute(
  template: unknown,
  variables: Readonly<Record<string, unknown>>,
  stack: DeclaringStack,
  depth: number,
): Resolved {
  if (typeof template === 'string') {
    return concatenate(
      replaceReferences(template, (name) => {
        if (Object.hasOwn(variables, name)) return asText(resolve(variables[name], stack, depth), stack);
        const [logicalId, ...attribute] = name.split('.');
        return asText(
          reference(logicalId, attribute.length ? attribute.join('.') : undefined, stack, depth),
          stack,
        );
      }),
    );
  }
  // In a construct tree the text is cut where a token stood in it.
  const parts = (template as { 'Fn::Join'?: [string, unknown[]] })?.['Fn::Join']?.[1];
  if (!parts) return asText(resolve(template, stack, depth), stack);
  return concatenate(parts.map((part) => asText(substitute(part, variables, stack, depth), stack)));
}

function firstUnreadable(value: Resolved): Unreadable | undefined {
  if (isUnreadable(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const item of Object.values(value)) {
    const found = firstUnreadable(item);
    if (found) return found;
  }
  return undefined;
}

function derived(from: Unreadable, placeholder: string): Unreadable {
  return { unreadable: from.unreadable, placeholder: `\${${placeholder} of ${from.placeholder}}` };
}

function shownIndex(index: Resolved): string {
  return typeof index === 'object' ? JSON.stringify(index) : String(index);
}

function unreadable(reason: string, stack: DeclaringStack, value: unknown): Unreadable {
  return { unreadable: reason, placeholder: `\${${stack.id}: ${JSON.stringify(value)}}` };
}
