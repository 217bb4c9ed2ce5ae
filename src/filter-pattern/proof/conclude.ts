import { ANY_OTHER_EVENT, listDescriptions } from './other-events';
import { firesOnAll, type Proof } from './proof';
import type { Coverage, Verdict, WantedEvents } from './result';

/** Adds the verdict to what is proven about the union of these texts. */
export function conclude(proof: Proof, texts: readonly string[], wanted: WantedEvents): Coverage {
  const { events, firesOnEverything, reason } = proof;
  const others = firesOnEverything ? ANY_OTHER_EVENT : listDescriptions(proof.otherEvents);
  return {
    verdict: verdictOf(proof, texts, wanted),
    events,
    firesOnEverything,
    ...(others === undefined ? {} : { others }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function verdictOf({ events, broader }: Proof, texts: readonly string[], wanted: WantedEvents): Verdict {
  if (events.some((event) => event.fires !== 'always')) return 'PARTIAL';
  if (!firesOnAll(events, wanted.names) || broader === undefined) return 'UNPROVEN';
  if (broader) return 'BROADER';
  return wanted.exactTexts.some((exact) => texts.includes(exact)) ? 'EXACT' : 'EQUIVALENT';
}
