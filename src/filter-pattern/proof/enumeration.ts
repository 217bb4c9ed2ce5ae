import type { Condition, FieldTest, FilterPattern, TextValue } from '../syntax/pattern';
import type { Proof } from './proof';
import type { EventCoverage, WantedEvents } from './result';

/** How many kinds of events are tried at most. With more, the search is faster. */
const MOST_KINDS = 10_000;

/** A text that is in a pattern. Undefined stands for all other texts: no test tells these apart. */
type Actual = string | undefined;

/** Names other than the wanted ones, and sources. */
interface Actuals {
  readonly names: Set<Actual>;
  readonly sources: Set<Actual>;
}

/**
 * The fast way for nearly all patterns in use, which compare the names and sources of events with texts that have no wildcard: there
 * are few kinds of events then, and all are tried. Undefined when the pattern has anything else, or fires on other events too: then
 * the search decides, and says on which. Where both decide, they agree.
 */
export function proveByEnumeration(pattern: FilterPattern, wanted: WantedEvents): Proof | undefined {
  const other: Actuals = { names: new Set([undefined]), sources: new Set([undefined]) };
  if (pattern.kind !== 'json' || !collect(pattern.condition, wanted.names, other)) return undefined;
  const { condition } = pattern;
  if (other.names.size * other.sources.size > MOST_KINDS) return undefined;
  const events: EventCoverage[] = wanted.names.map((name) => ({
    name,
    fires: fires(condition, name, wanted.source) ? 'always' : 'never',
  }));
  for (const name of other.names) {
    for (const source of other.sources) {
      if (fires(condition, name, source)) return undefined;
    }
  }
  return { events, broader: false, otherEvents: [], firesOnEverything: false };
}

/** Collects the texts of a condition; says whether there is nothing but such comparisons in it. */
function collect(condition: Condition<FieldTest>, wanted: readonly string[], other: Actuals): boolean {
  if (condition.kind === 'and' || condition.kind === 'or') {
    for (const operand of condition.operands) if (!collect(operand, wanted, other)) return false;
    return true;
  }
  if (condition.kind !== 'compare' || condition.value.kind !== 'text' || condition.selector.length > 1)
    return false;
  const { text } = condition.value;
  switch (condition.selector[0]) {
    case 'eventName':
      return wanted.includes(text) || add(text, other.names);
    case 'eventSource':
      return add(text, other.sources);
    default:
      return false;
  }
}

function add(text: string, actuals: Set<Actual>): boolean {
  if (text.includes('*')) return false;
  actuals.add(text);
  return true;
}

function fires(condition: Condition<FieldTest>, name: Actual, source: Actual): boolean {
  switch (condition.kind) {
    case 'and':
      for (const operand of condition.operands) if (!fires(operand, name, source)) return false;
      return true;
    case 'or':
      for (const operand of condition.operands) if (fires(operand, name, source)) return true;
      return false;
    case 'compare': {
      const actual = condition.selector[0] === 'eventName' ? name : source;
      return (actual === (condition.value as TextValue).text) === (condition.operator === '=');
    }
    default:
      return false;
  }
}
