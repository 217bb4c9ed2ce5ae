import type { FilterPattern } from '../syntax/pattern';
import { outcomesOfAllEvents, outcomesOfEvent } from './certain-outcomes';
import { compile } from './compile';
import { describe, type Formula, restrict } from './formula';
import { withInnerStarsAsWildcards } from './inner-stars';
import { findOtherEvents } from './other-events';
import { firesOnAll, type Proof } from './proof';
import type { EventCoverage, WantedEvents } from './result';
import { Search } from './search';

/** Patterns as a formula, and the search that decides it. */
interface Reading {
  readonly formula: Formula;
  readonly search: Search;
}

/** Decides by a search, whatever the pattern is. */
export function proveBySearch(pattern: FilterPattern, wanted: WantedEvents): Proof {
  const proof = new SearchProof([pattern], wanted);
  const events = wanted.names.map((name) => proof.event(name)).filter((event) => event !== undefined);
  const { broader, otherEvents } = proof.otherEvents();
  const firesOnEverything = broader === true && firesOnAll(events, wanted.names) && proof.firesOnOthers();
  const undecided = events.length < wanted.names.length || broader === undefined;
  const found = { events, broader, otherEvents, firesOnEverything };
  return undecided ? { ...found, reason: proof.reason } : found;
}

/** What the union of some patterns fires on. Where a "*" can be read in two ways, only what both readings agree on is proven. */
export class SearchProof {
  private readonly readings: readonly Reading[];
  private disagreement: string | undefined;

  constructor(
    patterns: readonly FilterPattern[],
    private readonly wanted: WantedEvents,
  ) {
    const rewritten = withInnerStarsAsWildcards(patterns);
    this.readings = (rewritten === undefined ? [patterns] : [patterns, rewritten]).map((reading) => ({
      formula: compile(reading, wanted),
      search: new Search(),
    }));
  }

  /** Why something could not be decided. */
  public get reason(): string | undefined {
    return this.disagreement ?? this.readings.map(({ search }) => search.reason).find(Boolean);
  }

  /** When a wanted event fires, or undefined when that could not be decided. */
  public event(name: string): EventCoverage | undefined {
    const [first, ...others] = this.readings.map((reading) => searchEvent(reading, name, this.wanted.source));
    return this.agree(others.every((other) => other?.fires === first?.fires)) ? first : undefined;
  }

  public otherEvents(): Pick<Proof, 'broader' | 'otherEvents'> {
    const [first, ...others] = this.readings.map(({ formula, search }) =>
      findOtherEvents(restrict(formula, outcomesOfAllEvents), search),
    );
    if (!this.agree(others.every(({ result }) => result === first.result)))
      return { broader: undefined, otherEvents: [] };
    const broader = first.result === 'unknown' ? undefined : first.result === 'found';
    return { broader, otherEvents: first.descriptions };
  }

  /** Whether all events but the wanted ones are proven to fire. */
  public firesOnOthers(): boolean {
    return this.readings.every(
      ({ formula, search }) => search.find(restrict(formula, outcomesOfAllEvents), false) === 'none',
    );
  }

  private agree(agreed: boolean): boolean {
    if (!agreed)
      this.disagreement = 'a "*" between other characters: AWS does not document whether it is a wildcard';
    return agreed;
  }
}

function searchEvent({ formula, search }: Reading, name: string, source: string): EventCoverage | undefined {
  const rest = restrict(formula, outcomesOfEvent(name, source));
  const firing = search.find(rest, true);
  if (firing === 'none') return { name, fires: 'never' };
  const missed = search.find(rest, false);
  if (missed === 'none') return { name, fires: 'always' };
  if (firing === 'unknown' || missed === 'unknown') return undefined;
  return { name, fires: 'sometimes', condition: typeof rest === 'boolean' ? '' : describe(rest) };
}
