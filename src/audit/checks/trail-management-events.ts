import type { AdvancedEventSelector, EventSelector, FieldSelector, Trail } from '../../evidence/snapshot';
import { isUnreadable, known, type Unreadable } from '../../field/field';
import { type Check, fail, PASS } from '../check';
import { withTrail } from '../judging/with-trail';
import { called, couldNotRead } from '../judging/words';
import { type Answer, all, any } from '../policy/answer';

export const trailManagementEvents: Check = {
  id: 'trail-management-events',
  title: 'The trail records all management events',
  link: 3,
  question: 'letter',
  judge: (chain) =>
    withTrail(chain, (trail) => {
      const name = called('trail', trail.name, trail.origin);
      const answer = any(selectorsOf(trail));
      if (isUnreadable(answer)) {
        return couldNotRead(`which management events ${name} records`, answer, trail.origin);
      }
      if (!answer) {
        return fail(
          `${name} does not record all management events`,
          "set eventSelectors: [{ includeManagementEvents: true, readWriteType: 'All' }]",
          trail.origin,
        );
      }
      const excluded = excludedSources(trail);
      if (excluded.length === 0) return PASS;
      const reason = `${name} leaves out the events of ${excluded.join(', ')}, which change no network ACL`;
      return { outcome: 'PASS', reason, subject: trail.origin };
    }),
};

/** For each selector, whether it records all management events. A trail without selectors records them. */
function selectorsOf({ eventSelectors, advancedEventSelectors }: Trail): Answer[] {
  if (eventSelectors === undefined && advancedEventSelectors === undefined) return [true];
  return [...judged(eventSelectors, isBasic), ...judged(advancedEventSelectors, isAdvanced)];
}

function judged<T>(
  selectors: readonly T[] | undefined | Unreadable,
  judge: (selector: T) => Answer,
): Answer[] {
  if (isUnreadable(selectors)) return [selectors];
  return (selectors ?? []).map(judge);
}

function isBasic({ includeManagementEvents, readWriteType }: EventSelector): Answer {
  return all([
    includeManagementEvents,
    isUnreadable(readWriteType) ? readWriteType : readWriteType === 'All',
  ]);
}

function isAdvanced({ fieldSelectors }: AdvancedEventSelector): Answer {
  if (isUnreadable(fieldSelectors)) return fieldSelectors;
  const category = fieldSelectors.filter(({ field }) => field === 'eventCategory');
  return all([
    any(category.map((selector) => isOnly(selector, 'equals', ['Management']))),
    ...fieldSelectors.map((selector): Answer => {
      if (isUnreadable(selector.field)) return selector.field;
      if (selector.field === 'eventCategory') return isOnly(selector, 'equals', ['Management']);
      // What `excludeManagementEventSources` is for the other kind of selector, which the letter accepts.
      return selector.field === 'eventSource' && isOnly(selector, 'notEquals', EXCLUDABLE);
    }),
  ]);
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html */
const EXCLUDABLE = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];

function isOnly({ operators }: FieldSelector, operator: string, texts: readonly string[]): Answer {
  const values = operators[operator];
  if (values === undefined || Object.keys(operators).length > 1) return false;
  if (isUnreadable(values)) return values;
  if (values.length === 0) return false;
  return all(values.map((value) => (isUnreadable(value) ? value : texts.includes(value))));
}

function excludedSources({ eventSelectors, advancedEventSelectors }: Trail): string[] {
  const basic = known(eventSelectors) ?? [];
  const fields = (known(advancedEventSelectors) ?? []).flatMap(
    (selector) => known(selector.fieldSelectors) ?? [],
  );
  const lists = [
    ...basic.map((selector) => selector.excludeManagementEventSources),
    ...fields.map(({ operators }) => operators.notEquals ?? []),
  ];
  return [...new Set(lists.flatMap((list) => known(list) ?? []).flatMap((source) => known(source) ?? []))];
}
