import { type Field, isUnreadable } from '../../field/field';
import { type Answer, any, not } from './answer';
import { equals, matches, matchesArn } from './wildcard';

/**
 * What a request says about itself, by condition key in lower case; null for a key that such a request never has. A key
 * that is not mentioned may have any value.
 */
export type Context = Readonly<Record<string, Field<string> | null>>;

type Comparison = (text: Field<string>, value: Field<string>) => Answer;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: Readonly<Record<string, { readonly compare: Comparison; readonly negated?: boolean }>> = {
  StringEquals: { compare: equals },
  StringNotEquals: { compare: equals, negated: true },
  StringEqualsIgnoreCase: { compare: ignoringCase(equals) },
  StringNotEqualsIgnoreCase: { compare: ignoringCase(equals), negated: true },
  StringLike: { compare: matches },
  StringNotLike: { compare: matches, negated: true },
  ArnEquals: { compare: matchesArn },
  ArnLike: { compare: matchesArn },
  ArnNotEquals: { compare: matchesArn, negated: true },
  ArnNotLike: { compare: matchesArn, negated: true },
  Bool: { compare: ignoringCase(equals) },
};

/** Whether one condition of a statement holds for a request. */
export function holds(
  operator: string,
  key: string,
  values: readonly Field<string>[],
  context: Context,
): Answer {
  const [, set, name, ifExists] = operator.match(/^(ForAnyValue:|ForAllValues:)?(.*?)(IfExists)?$/) ?? [];
  const value = context[key.toLowerCase()];
  const known = OPERATORS[name];
  if (value === undefined || (name !== 'Null' && known === undefined)) {
    const undecided = {
      unreadable: `the condition ${operator} ${key} cannot be decided here`,
      placeholder: operator,
    };
    return values.find(isUnreadable) ?? undecided;
  }
  if (name === 'Null') return any(values.map((text) => equals(text, value === null ? 'true' : 'false')));
  if (value === null) {
    if (ifExists || set === 'ForAllValues:') return true;
    return set === 'ForAnyValue:' ? false : known.negated === true;
  }
  const found = any(values.map((text) => known.compare(text, value)));
  return known.negated ? not(found) : found;
}

function ignoringCase(comparison: Comparison): Comparison {
  const lower = (text: Field<string>) => (isUnreadable(text) ? text : text.toLowerCase());
  return (text, value) => comparison(lower(text), lower(value));
}
