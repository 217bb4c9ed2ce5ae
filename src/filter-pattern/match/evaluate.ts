import type { FilterPattern } from '../syntax/pattern';
import { evaluateColumns } from './evaluate-columns';
import { evaluateCondition, evaluateFieldTest } from './evaluate-json';
import { evaluateTerms } from './evaluate-terms';

/**
 * Would a metric filter with this pattern count this log event?
 *
 * @param event the raw line of the log, or a parsed JSON event; patterns of terms and columns then read its JSON text
 */
export function evaluate(pattern: FilterPattern, event: unknown): boolean {
  switch (pattern.kind) {
    case 'json': {
      const fields = typeof event === 'string' ? parseEvent(event) : event;
      return (
        fields !== undefined &&
        evaluateCondition(pattern.condition, (test) => evaluateFieldTest(fields, test))
      );
    }
    case 'terms':
      return evaluateTerms(pattern.terms, textOf(event));
    case 'columns':
      return evaluateColumns(pattern.columns, textOf(event));
  }
}

/** Undefined when the line is not a JSON object or array: a JSON pattern matches no such line. */
function parseEvent(line: string): object | undefined {
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === 'object' && event !== null ? event : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (event: unknown): string =>
  typeof event === 'string' ? event : (JSON.stringify(event) ?? '');
