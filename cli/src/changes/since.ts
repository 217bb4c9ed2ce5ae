import { UsageError } from '../usage-error';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** From when on: so many minutes, hours or days before now, or a date in UTC. */
export function sinceOf(text: string, now: Date): Date {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?$/.test(text);
  const time = unit ? now.getTime() - Number(count) * UNITS[unit] : isDate ? Date.parse(text) : Number.NaN;
  // `Date.parse` makes 1 March of 30 February.
  const isReal =
    unit !== undefined || (time > 0 && new Date(time).toISOString().startsWith(text.slice(0, 10)));
  if (Number.isNaN(time) || time < 0 || !isReal) {
    throw new UsageError(
      `"${text}" is no time: give --since such as 24h, 7d, 2026-11-25 or 2026-11-25T10:15Z`,
    );
  }
  if (time > now.getTime()) throw new UsageError(`${text} is in the future: give --since a time before now`);
  return new Date(time);
}
