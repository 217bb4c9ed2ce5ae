import { PatternError } from '../pattern-error';
import { MAXIMUM_LENGTH } from './limits';
import { parseColumns } from './parse-columns';
import { parseJson } from './parse-json';
import { parseTerms } from './parse-terms';
import type { FilterPattern } from './pattern';
import { Scanner } from './scanner';

/**
 * Reads the text of a filter pattern.
 *
 * @throws PatternError with offset and reason, when CloudWatch Logs would refuse the text
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function parse(text: string): FilterPattern {
  if (text.length > MAXIMUM_LENGTH) throw new PatternError(MAXIMUM_LENGTH, 'longer than 1,024 characters');
  const scanner = new Scanner(text);
  scanner.skipSpace();
  switch (text[scanner.offset]) {
    case '{':
      return parseJson(scanner);
    case '[':
      return parseColumns(scanner);
    default:
      return parseTerms(scanner);
  }
}
