import type { Condition, FieldTest, FilterPattern } from '../syntax';
import { type Coverage, conclude, type EventCoverage, type WantedEvents } from './result';

/**
 * The short way for what nearly every pattern is: names of wanted events joined by `||`. Each is equal to one name, so what the
 * union fires on can be counted. Nothing when there is anything else in a pattern; then the long way decides, and where both can
 * they agree.
 */
export function plainNames(
  patterns: readonly FilterPattern[],
  texts: readonly string[],
  wanted: WantedEvents,
): Coverage | undefined {
  const { names } = wanted;
  const covered = new Array<boolean>(names.length).fill(false);
  for (const pattern of patterns) {
    if (pattern.kind !== 'json' || !cover(pattern.condition, names, covered)) return undefined;
  }
  const events: EventCoverage[] = names.map((name, index) => ({
    name,
    fires: covered[index] ? 'always' : 'never',
  }));
  return conclude(wanted, texts, { events, broader: false });
}

function cover(condition: Condition<FieldTest>, names: readonly string[], covered: boolean[]): boolean {
  if (condition.kind === 'or') {
    for (const operand of condition.operands) if (!cover(operand, names, covered)) return false;
    return true;
  }
  if (condition.kind !== 'compare' || condition.operator !== '=' || condition.value.kind !== 'text')
    return false;
  const { selector, value } = condition;
  if (selector.length !== 1 || selector[0] !== 'eventName') return false;
  const index = names.indexOf(value.text);
  if (index === -1) return false;
  covered[index] = true;
  return true;
}
