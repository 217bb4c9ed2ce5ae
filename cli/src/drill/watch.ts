import { reasonOf } from '../live/attempt';

/** One link of a chain, as a drill asks for it. */
export interface WatchedLink {
  readonly link: LinkName;
  /** What is seen once it is lit: `alarm "x" went to ALARM`. */
  readonly what: string;
  /** Whether others light it as well, so that it proves nothing by itself. */
  readonly isShared?: boolean;
  isLit(): Promise<boolean>;
}

export type LinkName = 'log group' | 'metric' | 'alarm' | 'composite alarm' | 'topic';

/** One link after, or while, it is watched. */
export interface SeenLink {
  readonly link: LinkName;
  readonly what: string;
  readonly isShared?: boolean;
  readonly isLit: boolean;
  /** When it was seen. */
  readonly time?: string;
  /** From the event to when it was seen. */
  readonly milliseconds?: number;
  /** Why it could not be looked at. */
  readonly unreadable?: string;
}

export interface WatchOptions {
  /** When the event was made, in milliseconds since 1970. */
  readonly start: number;
  /** In milliseconds, from the start. */
  readonly timeout: number;
  /** Between two looks, in milliseconds. */
  readonly interval: number;
  readonly signal: AbortSignal;
  onLit(seen: SeenLink): Promise<void>;
}

/** How often those before the last link are looked for once it is lit: what is shown of a metric comes late. */
const LAST_LOOKS = 12;

/** Whether it rang. Nothing lights the last link but what went through the others, unless others light it too. */
export function hasRung(links: readonly SeenLink[]): boolean {
  const [before, last] = links.slice(-2);
  return last.isLit && (!last.isShared || before.isLit);
}

/**
 * Looks at all links until it has rung, and at those before it a little longer: what is lit later was reached through
 * them, but they may show it after it.
 */
export async function watchLinks(
  links: readonly WatchedLink[],
  { start, timeout, interval, signal, onLit }: WatchOptions,
): Promise<SeenLink[]> {
  const seen = links.map((link): SeenLink => ({ ...named(link), isLit: false }));
  let looksLeft = LAST_LOOKS;
  for (;;) {
    const answers = await Promise.all(links.map((link, i) => (seen[i].isLit ? undefined : ask(link))));
    for (const [i, answer] of answers.entries()) {
      if (answer === undefined) continue;
      const link = named(links[i]);
      const now = Date.now();
      seen[i] =
        answer === true
          ? { ...link, isLit: true, time: new Date(now).toISOString(), milliseconds: now - start }
          : { ...link, isLit: false, ...(answer !== false && { unreadable: answer }) };
      if (answer === true) await onLit(seen[i]);
    }
    const isOver = Date.now() - start >= timeout;
    if (seen.every(({ isLit }) => isLit) || isOver || signal.aborted) return seen;
    if (hasRung(seen)) {
      const isOpen = seen.some(({ isLit, unreadable }) => !isLit && unreadable === undefined);
      if (!isOpen || --looksLeft === 0) return seen;
    }
    await pause(Math.min(interval, start + timeout - Date.now()), signal);
    if (signal.aborted) return seen;
  }
}

function named({ link, what, isShared }: WatchedLink): Pick<SeenLink, 'link' | 'what' | 'isShared'> {
  return { link, what, ...(isShared && { isShared }) };
}

/** Whether it is lit, or why that cannot be said. */
async function ask(link: WatchedLink): Promise<boolean | string> {
  try {
    return await link.isLit();
  } catch (error) {
    return reasonOf(error);
  }
}

/** Ends early where somebody interrupts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(stop, milliseconds);
    signal.addEventListener('abort', stop);
  });
}
