import type { Risk } from '../../../src/notice';
import type { Collected } from './collected';

const WORDS: Readonly<Record<Risk, string>> = {
  high: 'high risk',
  attempt: 'denied',
  none: 'no known risk',
};

const ASKED: Readonly<Record<Risk, string>> = {
  high: ' of high risk',
  attempt: ' of high risk or denied',
  none: '',
};

/** "3 network ACL changes (2 high risk, 1 denied), 2026-11-25 10:15:30 UTC to 2026-11-25 10:17:02 UTC." */
export function countText(collected: Collected): string {
  const { total, counts, span, risk, since, notRead } = collected;
  if (total > 0) {
    const parts = (Object.keys(WORDS) as Risk[]).filter((each) => counts[each] > 0);
    const each = parts.map((name) => `${counts[name]} ${WORDS[name]}`).join(', ');
    const time = span[0] === span[1] ? span[0] : `${span[0]} to ${span[1]}`;
    return `${total} network ACL ${total === 1 ? 'change' : 'changes'} (${each}), ${time}.`;
  }
  const from = since ? ` since ${since.toISOString().replace('T', ' ').slice(0, 19)} UTC` : '';
  const where = notRead.length > 0 ? ' in what could be read' : '';
  return `No network ACL change${ASKED[risk]}${from}${where}.`;
}

/** What was read and what was not, a sentence each. */
export function scopeLines({ read, notRead, malformed, leftOut }: Collected): string[] {
  return [
    ...(read.length > 0 ? [`Read: ${read.join(', ')}.`] : []),
    ...notRead.map((each) => `NOT READ: ${each}.`),
    ...(malformed > 0
      ? [`NOT JUDGED: ${malformed} ${malformed === 1 ? 'record that names' : 'records that name'} no event.`]
      : []),
    ...(leftOut > 0 ? [`NOT SHOWN: ${leftOut} more changes, the oldest of the least risk.`] : []),
  ];
}
