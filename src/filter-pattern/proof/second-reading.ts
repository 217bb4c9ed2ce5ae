import { hasInnerStar } from '../match/wildcard';
import { type Condition, type FieldTest, type FilterPattern, type Group, isGroup } from '../syntax/pattern';

/**
 * The same patterns with every `*` a wildcard, or nothing when that makes no difference. The older guide says that `Ev*ent` is
 * itself, the current one is silent: what both readings agree on is proven.
 */
export function secondReading(patterns: readonly FilterPattern[]): FilterPattern[] | undefined {
  let changed = false;
  const read = (condition: Condition<FieldTest>): Condition<FieldTest> => {
    if (isGroup(condition)) {
      const { kind, operands } = condition as Group<FieldTest>;
      return { kind, operands: operands.map(read) };
    }
    const test = condition as FieldTest;
    if (test.kind !== 'compare' || test.value.kind !== 'text' || !hasInnerStar(test.value.text)) return test;
    changed = true;
    return { ...test, value: { ...test.value, everyStar: true } };
  };
  const reread = patterns.map(
    (pattern): FilterPattern =>
      pattern.kind === 'json' ? { kind: 'json', condition: read(pattern.condition) } : pattern,
  );
  return changed ? reread : undefined;
}
