import type { LogGroup } from './links';
import type { Notice } from './notice';
import { RISKS } from './risk';

/** Dangerous ones first, then in the order in which they happened. */
export function inRiskOrder(notices: readonly Notice[]): Notice[] {
  const key = ({ risk, time }: Notice) => RISKS.indexOf(risk) + time;
  return [...notices].sort((one, other) => key(one).localeCompare(key(other)));
}

/** "3 network ACL changes (2 high risk, 1 denied), 2026-11-25 10:15:30 UTC to 2026-11-25 10:17:02 UTC" */
export function countWords(notices: readonly Notice[]): string {
  const counts = ['high risk', 'denied', 'no known risk'].flatMap((words, index) => {
    const { length } = notices.filter(({ risk }) => risk === RISKS[index]);
    return length ? [`${length} ${words}`] : [];
  });
  const times = notices.map(({ time }) => time).sort();
  return `${notices.length} network ACL changes (${counts.join(', ')}), ${times[0]} to ${times.at(-1)}`;
}

/** "Not shown: 12 network ACL changes (...), ... to .... They are in the log group ...", or nothing. */
export function omitted(left: readonly Notice[], logGroup?: LogGroup): string[] {
  const where = logGroup ? ` ${logGroup.name}, region ${logGroup.region}` : '';
  return left.length > 0 ? [`Not shown: ${countWords(left)}. They are in the log group${where}.`] : [];
}

/** How many of the texts fit into a number of bytes. */
export function fitting(texts: readonly string[], bytes: number): number {
  let left = bytes;
  return texts.filter((text) => {
    left -= Buffer.byteLength(text) + 3;
    return left > 0;
  }).length;
}
