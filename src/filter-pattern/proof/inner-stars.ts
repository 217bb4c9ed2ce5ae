import { hasInnerStar } from '../match/wildcard';
import { type Condition, type FieldTest, type FilterPattern, type Group, isGroup } from '../syntax/pattern';

/**
 * The same patterns with every `*` a wildcard, or undefined when none has a `*` between other characters. The guide of 2017 says that
 * `Ev*ent` matches nothing but itself, and the current one is silent. What holds for both readings is proven. ADR 3, star-within.
 */
export function withInnerStarsAsWildcards(patterns: readonly FilterPattern[]): FilterPattern[] | undefined {
  let changed = false;
  const rewrite = (condition: Condition<FieldTest>): Condition<FieldTest> => {
    if (isGroup(condition)) {
      const { kind, operands } = condition as Group<FieldTest>;
      return { kind, operands: operands.map(rewrite) };
    }
    const test = condition as FieldTest;
    if (test.kind !== 'compare' || test.value.kind !== 'text' || !hasInnerStar(test.value.text)) return test;
    changed = true;
    return { ...test, value: { ...test.value, everyStar: true } };
  };
  const rewritten = patterns.map(
    (pattern): FilterPattern =>
      pattern.kind === 'json' ? { kind: 'json', condition: rewrite(pattern.condition) } : pattern,
  );
  return changed ? rewritten : undefined;
}
