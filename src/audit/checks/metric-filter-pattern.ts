import type { MetricFilter } from '../../evidence/snapshot';
import { compare, isUnreadable } from '../../field/field';
import type { Coverage, EventCoverage } from '../../filter-pattern';
import { type Check, type Finding, fail, PASS, unknown } from '../check';
import { coverageOf, coversAll } from '../judging/filters';
import { couldNotRead, theFilter, theLogGroup } from '../judging/words';

const REMEDY = 'set filterPattern: FilterPattern.literal(NaclChangeMonitor.FILTER_PATTERN)';

export const metricFilterPattern: Check = {
  id: 'metric-filter-pattern',
  title: 'A metric filter counts every change of a network ACL',
  link: 5,
  question: 'letter',
  judge: (chain) => {
    const { metricFilters, logGroupName } = chain;
    if (metricFilters.length === 0 && isUnreadable(logGroupName)) {
      return couldNotRead(`whether a metric filter reads ${theLogGroup(chain)}`, logGroupName);
    }
    if (metricFilters.length === 0)
      return fail(
        `no metric filter on ${theLogGroup(chain)}`,
        "add new NaclChangeMonitor(this, 'NaclChanges', { logGroup, subscriptions: [new EmailSubscription('security@example.com')] })",
        chain.logGroup?.origin,
      );
    for (const filter of metricFilters) {
      const same = compare(filter.logGroupName, logGroupName ?? filter.logGroupName);
      if (isUnreadable(same))
        return couldNotRead(`the log group of ${theFilter(filter)}`, same, filter.origin);
    }
    const judged = coverageOf(metricFilters);
    const hidden = metricFilters.find(({ pattern }) => isUnreadable(pattern));
    if (hidden && isUnreadable(hidden.pattern) && !coversAll(judged)) {
      return couldNotRead(`the pattern of ${theFilter(hidden)}`, hidden.pattern, hidden.origin);
    }
    return conclude(judged, metricFilters);
  },
};

function conclude(judged: Coverage, filters: readonly MetricFilter[]): Finding {
  const subject = filters[0].origin;
  const who = filters.map(theFilter).join(' and ');
  const verb = (one: string, many: string) => (filters.length === 1 ? one : many);
  const note = (reason: string): Finding => ({ outcome: 'PASS', reason, subject });
  switch (judged.verdict) {
    case 'EXACT':
      return PASS;
    case 'EQUIVALENT':
      return note(
        `${who} ${verb('counts', 'count')} exactly the changes, but in other words than the control's; Security Hub compares the text`,
      );
    case 'BROADER':
      return note(`${who} ${verb('counts', 'count')} every change, and also ${judged.others}`);
    case 'INVALID':
      return invalid(judged, filters);
    case 'PARTIAL':
      return fail(`${who} ${verb('does', 'do')} not count every change: ${missing(judged)}`, REMEDY, subject);
    case 'UNPROVEN':
      if (coversAll(judged)) {
        return note(
          `${who} ${verb('counts', 'count')} every change; whether ${verb('it also counts', 'they also count')} more is not proven: ${judged.reason}`,
        );
      }
      return unknown(
        `whether ${who} ${verb('counts', 'count')} every change is not proven: ${judged.reason}`,
        REMEDY,
        subject,
      );
  }
}

/** None of the patterns is one: the first says where. */
function invalid({ error }: Coverage, [filter]: readonly MetricFilter[]): Finding {
  return fail(
    `the pattern of ${theFilter(filter)} is not valid: at ${error?.offset}: ${error?.reason}`,
    REMEDY,
    filter.origin,
  );
}

/** The events that are missed, when those fire that do so only sometimes, and what keeps a filter from counting any. */
function missing({ events, error }: Coverage): string {
  const names = (suits: (event: EventCoverage) => boolean) =>
    events
      .filter(suits)
      .map(({ name }) => name)
      .join(', ');
  const never = names(({ fires }) => fires === 'never');
  const conditions = new Set(events.map(({ condition }) => condition).filter((text) => text !== undefined));
  const sometimes = [...conditions].map(
    (condition) => `${names((event) => event.condition === condition)} only when ${condition}`,
  );
  const broken = error ? [`one pattern is not valid, at ${error.offset}: ${error.reason}`] : [];
  return [...(never === '' ? [] : [`never ${never}`]), ...sometimes, ...broken].join('; ');
}
