import { PatternError } from '../pattern-error';
import { parse } from '../syntax/parse';
import { conclude } from './conclude';
import { proveByEnumeration } from './enumeration';
import { Memo } from './memo';
import type { Coverage, InvalidPattern, WantedEvents } from './result';
import { proveBySearch } from './search-proof';
import { type Member, proveUnion } from './union';

/** What is remembered for one object of wanted events, as long as that object lives. */
interface Memos {
  /** By the text of one pattern. */
  readonly members: Memo<Member | PatternError>;
  /** By the texts of a set of patterns. */
  readonly coverages: Memo<Coverage>;
}

const memosOf = new WeakMap<WantedEvents, Memos>();

/**
 * Which events does the union of these patterns fire on? Proven for all events, not tried on some: what cannot be decided is
 * `UNPROVEN`, never guessed.
 *
 * @param patterns the texts of all filters that feed one metric
 * @param wanted pass the same object each time: answers are remembered for it
 */
export function coverage(patterns: readonly string[], wanted: WantedEvents): Coverage {
  let memos = memosOf.get(wanted);
  if (memos === undefined) {
    memos = { members: new Memo(), coverages: new Memo() };
    memosOf.set(wanted, memos);
  }
  const { members, coverages } = memos;
  return coverages.get(JSON.stringify(patterns), () => prove(patterns, wanted, members));
}

function prove(
  patterns: readonly string[],
  wanted: WantedEvents,
  remembered: Memo<Member | PatternError>,
): Coverage {
  const members = new Set<Member>();
  let error: InvalidPattern | undefined;
  for (const [index, text] of patterns.entries()) {
    const member = remembered.get(text, () => memberOf(text, wanted));
    if (!(member instanceof PatternError)) members.add(member);
    else error ??= { pattern: index, offset: member.offset, reason: member.reason };
  }
  if (members.size === 0 && error !== undefined)
    return { verdict: 'INVALID', events: [], firesOnEverything: false, error };
  const concluded = conclude(proveUnion([...members], wanted), patterns, wanted);
  return error === undefined ? concluded : { ...concluded, error };
}

/** The pattern and its proof, or why the text is not a valid pattern. */
function memberOf(text: string, wanted: WantedEvents): Member | PatternError {
  try {
    const pattern = parse(text);
    return { pattern, proof: proveByEnumeration(pattern, wanted) ?? proveBySearch(pattern, wanted) };
  } catch (thrown) {
    if (thrown instanceof PatternError) return thrown;
    throw thrown;
  }
}
