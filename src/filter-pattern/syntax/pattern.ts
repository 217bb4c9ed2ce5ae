/**
 * The three kinds of filter pattern as plain data: `parse` returns it, `print` writes it as text again, `evaluate` and `coverage`
 * read it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export type FilterPattern = JsonPattern | TermsPattern | ColumnsPattern;

/** `{ ... }`: conditions on the fields of a JSON log event. */
export interface JsonPattern {
  readonly kind: 'json';
  readonly condition: Condition<FieldTest>;
}

/** Words, phrases and regular expressions that the text of an event has or lacks. Without a term it matches every event. */
export interface TermsPattern {
  readonly kind: 'terms';
  readonly terms: readonly Term[];
}

/** `[ ... ]`: names for the words of a space-delimited event, and conditions on these words. */
export interface ColumnsPattern {
  readonly kind: 'columns';
  readonly columns: readonly Column[];
}

/** One test, or several joined by `&&` or `||`. A group always has two operands or more. */
export type Condition<T> = T | Group<T>;

export interface Group<T> {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Condition<T>[];
}

export type FieldTest = FieldComparison | FieldState | FieldAbsence;

/** What the comparison of a field and that of a column have in common. */
export interface ValueTest {
  readonly operator: Operator;
  readonly value: Value;
}

export interface FieldComparison extends ValueTest {
  readonly kind: 'compare';
  readonly selector: Selector;
}

/** `$.field IS NULL`, `IS TRUE`, `IS FALSE`. */
export interface FieldState {
  readonly kind: 'is';
  readonly selector: Selector;
  readonly state: 'NULL' | 'TRUE' | 'FALSE';
}

/** `$.field NOT EXISTS`. */
export interface FieldAbsence {
  readonly kind: 'not-exists';
  readonly selector: Selector;
}

/** The way from the root of a JSON event to a field. */
export type Selector = readonly Step[];

/** A key, the index of an array's element, or every key (`.*`) or element (`[*]`). */
export type Step = string | number | AnyStep;

export interface AnyStep {
  readonly any: 'key' | 'element';
}

export type Operator = '=' | '!=' | '<' | '>' | '<=' | '>=';

export type Value = TextValue | NumberValue | RegexValue;

/** Text in which `*` is a wildcard. Quotes make no difference, except that a number in quotes is text. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  /** Set by `coverage` only: a `*` between other characters is a wildcard too. */
  readonly everyStar?: true;
}

export interface NumberValue {
  readonly kind: 'number';
  /** As it was written: `1e+3`. */
  readonly text: string;
  readonly value: number;
}

/** `%source%`. */
export interface RegexValue {
  readonly kind: 'regex';
  readonly source: string;
}

export interface Term {
  /** `optional` is `?term`, `exclude` is `-term`. */
  readonly mode: 'include' | 'optional' | 'exclude';
  readonly kind: 'text' | 'regex';
  /** The words, or the source of the regular expression. */
  readonly text: string;
}

export type Column = EllipsisColumn | NamedColumn;

/** `...`: any number of words without a name. */
export interface EllipsisColumn {
  readonly kind: 'ellipsis';
}

export interface NamedColumn {
  readonly kind: 'column';
  /** Empty for a column that was left blank. */
  readonly name: string;
  readonly condition?: Condition<ColumnTest>;
}

export interface ColumnTest extends ValueTest {
  readonly kind: 'compare';
}

export function isGroup<T extends { kind: string }>(condition: Condition<T>): condition is Group<T> {
  return condition.kind === 'and' || condition.kind === 'or';
}
