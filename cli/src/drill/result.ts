import type { Leftover } from './cleanup';
import type { Subscriber } from './drilled-chain';
import { hasRung, type LinkName, type SeenLink } from './watch';

/** What came of a drill. */
export interface DrillResult {
  readonly verdict: 'RANG' | 'SILENT' | 'UNKNOWN';
  /** Why, in one sentence without a period. */
  readonly reason: string;
  readonly account: string;
  /** The first link that stayed dark, where it did not ring. */
  readonly dark?: LinkName;
  readonly links: readonly SeenLink[];
  readonly subscribers: readonly Subscriber[];
  readonly leftovers: readonly Leftover[];
}

export type Ringing = Pick<DrillResult, 'verdict' | 'reason' | 'dark'>;

/** What the links say. */
export function judgeLinks(
  links: readonly SeenLink[],
  timeoutSeconds: number,
  isInterrupted: boolean,
): Ringing {
  const last = links[links.length - 1];
  if (hasRung(links)) {
    const logGroup = links.find(({ link }) => link === 'log group');
    if (logGroup && !logGroup.isLit && logGroup.unreadable === undefined) return RUNG_BY_ANOTHER;
    const heard = last.isShared ? ', if what the topic delivered then was its notification' : '';
    return { verdict: 'RANG', reason: `it rang ${seconds(last)} s after the event${heard}` };
  }
  if (isInterrupted) return { verdict: 'UNKNOWN', reason: 'the drill was interrupted before it rang' };
  // What others have lit tells nothing of where it ended.
  const reached = links
    .slice(0, last.isShared ? -1 : undefined)
    .reduce((lit, { isLit }, i) => (isLit ? i + 1 : lit), 0);
  const behind = links.slice(reached);
  const dark = behind.find(({ unreadable }) => unreadable === undefined);
  const unread = behind.find(({ unreadable }) => unreadable !== undefined);
  // What cannot be looked at may be where it ended, unless a link before it stayed dark.
  if (unread && (!dark || behind.indexOf(unread) < behind.indexOf(dark))) {
    return {
      verdict: 'UNKNOWN',
      reason: `the ${unread.link} could not be looked at: ${unread.unreadable}`,
    };
  }
  if (dark?.isShared) {
    return {
      verdict: 'UNKNOWN',
      reason: `the alarm rang, and within ${timeoutSeconds} s the delivery metric of the topic showed nothing, which may come late: give a longer --timeout, or allow the drill to subscribe a queue`,
    };
  }
  return {
    verdict: 'SILENT',
    reason: `it did not ring within ${timeoutSeconds} s: the ${dark?.link} stayed dark`,
    ...(dark && { dark: dark.link }),
  };
}

const RUNG_BY_ANOTHER: Ringing = {
  verdict: 'UNKNOWN',
  reason:
    'it rang, but the event was not seen in the log group, so that something else may have set it off: drill again',
};

function seconds({ milliseconds = 0 }: SeenLink): string {
  return (milliseconds / 1000).toFixed(1);
}
