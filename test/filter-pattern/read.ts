import { type FilterPattern, PatternError, parse } from '../../src/filter-pattern';

/** The pattern, or offset and reason why it is none; any other exception goes through, and fails its test. */
export function read(text: string): FilterPattern | { offset: number; reason: string } {
  try {
    return parse(text);
  } catch (thrown) {
    if (!(thrown instanceof PatternError)) throw thrown;
    return { offset: thrown.offset, reason: thrown.reason };
  }
}
