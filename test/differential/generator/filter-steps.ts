import { type Account, BROKEN_ELSEWHERE, CHANGES, type Pattern } from '../account';
import type { Random } from '../random';
import { byCondition, byParameter, freshId, plainOrOpen, type Step, said } from './step';

type Filter = Account['filters'][number];

function anyPattern(random: Random): Pattern {
  const some = random.shuffled(CHANGES).slice(0, 1 + random.below(5));
  return random.pick<Pattern>([
    { kind: 'changes', of: CHANGES },
    { kind: 'changes', of: some },
    { kind: 'changes', of: some },
    { kind: 'successful changes' },
    { kind: 'broader' },
    { kind: 'everything' },
    { kind: 'another control' },
  ]);
}

const pattern: Step = ({ filters }, random) => {
  const filter = random.pick(filters);
  filter.pattern = random.chance(0.1) ? { kind: 'invalid' } : anyPattern(random);
  return `filter ${filter.id}: pattern ${said(filter.pattern)}`;
};

const value: Step = ({ filters }, random) => {
  const filter = random.pick(filters);
  const given = byParameter(random, [0, 1, -1]);
  filter.value = random.pick([
    given,
    // A field of the event may be absent, or any number.
    { ...given, written: 'field' as const },
    plainOrOpen(random, filter.value, 0),
    plainOrOpen(random, filter.value, random.pick([0.5, 2, -1])),
  ]);
  return `filter ${filter.id}: value ${said(filter.value)}`;
};

const defaultValue: Step = ({ filters }, random) => {
  const filter = random.pick(filters.filter(({ dimensions }) => !dimensions));
  if (!filter) return undefined;
  filter.defaultValue = plainOrOpen(random, filter.defaultValue, random.pick([0, 0, 1, -1]));
  return `filter ${filter.id}: default ${said(filter.defaultValue)}`;
};

const unit: Step = ({ filters }, random) => {
  const filter = random.pick(filters);
  filter.unit = random.pick(['Count', 'None', 'Bytes']);
  return `filter ${filter.id}: unit ${filter.unit}`;
};

/** A filter has a default value or dimensions, never both. */
const dimensions: Step = ({ filters }, random) => {
  const filter = random.pick(filters);
  filter.defaultValue = undefined;
  filter.dimensions = true;
  return `filter ${filter.id}: with dimensions`;
};

const metric: Step = ({ filters }, random) => {
  const filter = random.pick(filters);
  filter.metric = random.pick([
    { ...filter.metric, name: 'Others' },
    { ...filter.metric, namespace: 'security' },
    { ...filter.metric, name: byParameter(random, ['AclChanges', BROKEN_ELSEWHERE]) },
  ]);
  return `filter ${filter.id}: metric ${said(filter.metric)}`;
};

const present: Step = ({ filters }, random) => {
  const filter = random.pick(filters);
  filter.present = byCondition(random, true, false);
  return `filter ${filter.id}: present ${said(filter.present)}`;
};

const group: Step = ({ filters, groups }, random) => {
  const filter = random.pick(filters);
  filter.group = random.chance(0.3)
    ? byParameter(random, ['Events', BROKEN_ELSEWHERE])
    : random.pick(groups).id;
  return `filter ${filter.id}: on ${said(filter.group)}`;
};

const splitInTwo: Step = (account, random) => {
  const filter = random.pick(account.filters);
  if (filter.pattern.kind !== 'changes' || filter.pattern.of.length < 2) return undefined;
  const at = 1 + random.below(filter.pattern.of.length - 1);
  const events = random.shuffled(filter.pattern.of);
  const other: Filter = { ...filter, id: freshId(account, 'Count') };
  filter.pattern = { kind: 'changes', of: events.slice(0, at) };
  other.pattern = { kind: 'changes', of: events.slice(at) };
  account.filters.push(other);
  return `filter ${filter.id}: split, the rest is counted by ${other.id}`;
};

const another: Step = (account, random) => {
  const first = account.filters[0];
  const filter: Filter = {
    id: freshId(account, 'Count'),
    present: true,
    group: random.chance(0.8) ? first.group : random.pick(account.groups).id,
    pattern: anyPattern(random),
    metric: random.chance(0.8) ? first.metric : { namespace: 'Security', name: 'Others' },
    value: random.pick([1, 1, 1, 0, 0.5, 2, -1]),
    defaultValue: random.pick([undefined, undefined, undefined, 0, 1, -1]),
    unit: first.unit,
    dimensions: false,
  };
  account.filters.push(filter);
  return `filter ${filter.id}: added, ${said(filter)}`;
};

export const filterSteps: readonly Step[] = [
  pattern,
  pattern,
  value,
  value,
  defaultValue,
  defaultValue,
  unit,
  dimensions,
  metric,
  present,
  group,
  splitInTwo,
  splitInTwo,
  another,
  another,
  another,
];
