import { EVENT_NAMES, FILTER_PATTERN } from '../src/control/network-acl-changes';
import { MAXIMUM_LENGTH } from '../src/filter-pattern/syntax/limits';

export interface NamedPattern {
  readonly name: string;
  readonly pattern: string;
}

const inner = FILTER_PATTERN.slice(1, -1);

/** What people write for the control. */
export const USUAL: readonly NamedPattern[] = [
  { name: 'the exact text', pattern: FILTER_PATTERN },
  { name: 'equivalent: other order', pattern: anyOf([...EVENT_NAMES].reverse().map(equals)) },
  { name: 'equivalent: quoted names', pattern: FILTER_PATTERN.replaceAll(/= (\w+)/g, '= "$1"') },
  {
    name: 'equivalent: with the source',
    pattern: `{ ($.eventSource = ec2.amazonaws.com) && (${inner}) }`,
  },
  { name: 'partial: one event missing', pattern: anyOf(EVENT_NAMES.slice(1).map(equals)) },
  { name: 'partial: denied calls left out', pattern: `{ ($.errorCode NOT EXISTS) && (${inner}) }` },
  { name: 'broader: a wildcard', pattern: '{ $.eventName = *NetworkAcl* }' },
  {
    name: 'partial: a regular expression',
    pattern: '{ $.eventName = %^CreateNetworkAcl|^DeleteNetworkAcl|^ReplaceNetworkAclE% }',
  },
];

/** As long as CloudWatch Logs takes them, and made to be slow. */
export const HOSTILE: readonly NamedPattern[] = [
  {
    name: 'nested parentheses',
    pattern: `{ ${'('.repeat(490)}$.eventName = CreateNetworkAcl${')'.repeat(490)} }`,
  },
  { name: 'many ||', pattern: longest((index) => `$.a${index} = 1`, ' || ') },
  { name: 'many || of the event name', pattern: longest((index) => `$.eventName = x${index}`, ' || ') },
  {
    name: '&& of pairs of ||',
    pattern: longest((index) => `($.a${index} = 1 || $.b${index} = 1)`, ' && '),
  },
  {
    name: '|| of pairs of &&, each selector twice',
    pattern: longest((index) => `($.a${index} = 1 && $.a${index + 1} != 1)`, ' || '),
  },
  { name: 'one value of many wildcards', pattern: `{ $.eventName = ${'*a'.repeat(490)}* }` },
  { name: 'many values with wildcards', pattern: longest((index) => `$.eventName = *a${index}*`, ' && ') },
  {
    name: 'two regular expressions of many alternatives',
    pattern: `{ $.eventName = %${'[ab]?|'.repeat(75)}c% && $.eventName = %${'[ba]?|'.repeat(75)}d% }`,
  },
  {
    name: 'two regular expressions of exponentially many states',
    pattern: '{ $.eventName = %[ab]*a[ab]{1000}c% && $.eventName != %[ab]*b[ab]{1000}c% }',
  },
];

function equals(name: string): string {
  return `($.eventName = ${name})`;
}

function anyOf(conditions: readonly string[]): string {
  return `{ ${conditions.join(' || ')} }`;
}

/** As many conditions as fit into a pattern. */
function longest(condition: (index: number) => string, operator: string): string {
  let conditions = condition(0);
  for (let index = 1; ; index++) {
    const more = `${conditions}${operator}${condition(index)}`;
    if (more.length + '{  }'.length > MAXIMUM_LENGTH) return `{ ${conditions} }`;
    conditions = more;
  }
}
