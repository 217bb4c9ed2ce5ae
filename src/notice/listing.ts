import type { Notice } from './notice';
import { RISKS } from './risk';

/** Dangerous ones first, then in the order in which they happened. */
export function inRiskOrder(notices: readonly Notice[]): Notice[] {
  return [...notices].sort(
    (one, other) =>
      RISKS.indexOf(one.risk) - RISKS.indexOf(other.risk) || (one.time < other.time ? -1 : one.time > other.time ? 1 : 0),
  );
}

/** "2 high risk, 1 denied attempt, 3 without known risk" */
export function countWords(notices: readonly Notice[]): string {
  const words = { high: 'high risk', attempt: 'denied attempts', none: 'without known risk' } as const;
  return RISKS.flatMap((risk) => {
    const count = notices.filter((one) => one.risk === risk).length;
    const word = risk === 'attempt' && count === 1 ? 'denied attempt' : words[risk];
    return count > 0 ? [`${count} ${word}`] : [];
  }).join(', ');
}

/** "2026-11-25 10:15:30 UTC" or, where they differ, the first and the last of the notices' times. */
export function timeRangeWords(notices: readonly Notice[]): string {
  const times = notices.map(({ time }) => time).filter((time) => time !== 'unknown').sort();
  if (times.length === 0) return 'unknown';
  return times[0] === times.at(-1) ? times[0] : `${times[0]} to ${times.at(-1)}`;
}

/** As many of the texts as fit into a number of bytes. */
export function fitting(texts: readonly string[], bytes: number): string[] {
  let left = bytes;
  const count = texts.findIndex((text) => {
    left -= Buffer.byteLength(text) + 1;
    return left < 0;
  });
  return count === -1 ? [...texts] : texts.slice(0, count);
}
