import type { Condition, FieldTest, FilterPattern, JsonPattern, TextValue } from '../syntax/pattern';
import { type Coverage, conclude, type EventCoverage, type WantedEvents } from './result';

/** How many kinds of events are tried. Beyond, the long way ends sooner. */
const MOST_KINDS = 10_000;

/** What an event may have: a text that stands in a pattern, or undefined for all texts that stand in none and are alike. */
type Actual = string | undefined;

/** Names other than the wanted ones, and sources. */
interface Actuals {
  readonly names: Set<Actual>;
  readonly sources: Set<Actual>;
}

/**
 * The short way for what nearly every pattern is: names and sources of events, compared with texts that have no wildcard. Then
 * there are only so many kinds of events, and all are tried. Nothing when there is anything else in a pattern, or when it fires on
 * more than the wanted events; then the long way decides and says on what. Where both decide they agree.
 */
export function judgeLiterals(
  patterns: readonly FilterPattern[],
  texts: readonly string[],
  wanted: WantedEvents,
): Coverage | undefined {
  const others: Actuals = { names: new Set([undefined]), sources: new Set([undefined]) };
  const conditions: JsonPattern['condition'][] = [];
  for (const pattern of patterns) {
    if (pattern.kind !== 'json' || !collect(pattern.condition, wanted.names, others)) return undefined;
    conditions.push(pattern.condition);
  }
  if (others.names.size * others.sources.size > MOST_KINDS) return undefined;
  const events: EventCoverage[] = wanted.names.map((name) => ({
    name,
    fires: fireAny(conditions, name, wanted.source) ? 'always' : 'never',
  }));
  for (const name of others.names) {
    for (const source of others.sources) {
      if (fireAny(conditions, name, source)) return undefined;
    }
  }
  return conclude(wanted, texts, { events, broader: false, firesOnEverything: false });
}

/** Whether there is nothing but such comparisons in a condition. */
function collect(condition: Condition<FieldTest>, wanted: readonly string[], others: Actuals): boolean {
  if (condition.kind === 'and' || condition.kind === 'or') {
    for (const operand of condition.operands) if (!collect(operand, wanted, others)) return false;
    return true;
  }
  if (condition.kind !== 'compare' || condition.value.kind !== 'text' || condition.selector.length > 1)
    return false;
  const { text } = condition.value;
  switch (condition.selector[0]) {
    case 'eventName':
      return wanted.includes(text) || add(text, others.names);
    case 'eventSource':
      return add(text, others.sources);
    default:
      return false;
  }
}

function add(text: string, actuals: Set<Actual>): boolean {
  if (text.includes('*')) return false;
  actuals.add(text);
  return true;
}

function fireAny(conditions: readonly Condition<FieldTest>[], name: Actual, source: Actual): boolean {
  for (const condition of conditions) if (fires(condition, name, source)) return true;
  return false;
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
