import { evaluate } from '../match/evaluate';
import type { FilterPattern } from '../syntax/pattern';
import { firesOnAll, type Proof } from './proof';
import type { EventCoverage, WantedEvents } from './result';
import { SearchProof } from './search-proof';

/** A pattern, and what is proven about it alone. */
export interface Member {
  readonly pattern: FilterPattern;
  readonly proof: Proof;
}

/** A pattern that counts this event counts more than events that people name. */
const UNUSUAL_EVENT = { eventName: 'UnusualEvent', eventSource: 'unusual.example.com' };

/**
 * What some patterns fire on together, from what each fires on alone. An event that always fires one of them always fires the union,
 * and one that fires none does not. Only where several fire sometimes do they have to be searched together.
 */
export function proveUnion(members: readonly Member[], wanted: WantedEvents): Proof {
  if (members.length === 1) return members[0].proof;
  const proofs = members.map(({ proof }) => proof);
  const { events, reason } = proveEvents(members, wanted);
  const broader = proofs.some((proof) => proof.broader)
    ? true
    : proofs.every((proof) => proof.broader === false)
      ? false
      : undefined;
  const otherEvents = proofs.flatMap((proof) => proof.otherEvents);
  const firesOnEverything =
    proofs.some((proof) => proof.firesOnEverything) ||
    (broader === true && firesOnAll(events, wanted.names) && fireOnOthers(members, wanted));
  const found = { events, broader, otherEvents, firesOnEverything };
  if (events.length < wanted.names.length) return { ...found, reason };
  if (broader !== undefined) return found;
  return { ...found, reason: proofs.find((proof) => proof.broader === undefined)?.reason };
}

function proveEvents(members: readonly Member[], wanted: WantedEvents): Pick<Proof, 'events' | 'reason'> {
  const searches = new Map<string, SearchProof>();
  /** Mostly the same patterns fire on several of the events: they are compiled once. */
  const searchOf = (firing: readonly Member[]): SearchProof => {
    const key = firing.map((member) => members.indexOf(member)).join();
    const search = searches.get(key) ?? new SearchProof(patternsOf(firing), wanted);
    searches.set(key, search);
    return search;
  };
  const events: EventCoverage[] = [];
  let reason: string | undefined;
  for (const name of wanted.names) {
    const eventOf = ({ proof }: Member) => proof.events.find((event) => event.name === name);
    const firing = members.filter((member) => eventOf(member)?.fires !== 'never');
    if (firing.length === 0) {
      events.push({ name, fires: 'never' });
      continue;
    }
    const decisive =
      firing.length === 1 ? firing[0] : firing.find((member) => eventOf(member)?.fires === 'always');
    const search = decisive === undefined ? searchOf(firing) : undefined;
    const event = decisive === undefined ? search?.event(name) : eventOf(decisive);
    if (event === undefined) reason ??= (decisive?.proof ?? search)?.reason;
    else events.push(event);
  }
  return { events, reason };
}

/** An event that fires none of the patterns is proof enough that they do not fire on everything, and saves the search. */
const fireOnOthers = (members: readonly Member[], wanted: WantedEvents): boolean =>
  members.some(({ pattern }) => evaluate(pattern, UNUSUAL_EVENT)) &&
  new SearchProof(patternsOf(members), wanted).firesOnOthers();

const patternsOf = (members: readonly Member[]): FilterPattern[] => members.map(({ pattern }) => pattern);
