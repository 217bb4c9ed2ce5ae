import { type Account, BROKEN_ELSEWHERE, type Rule, SOUND_ELSEWHERE } from '../account';
import type { Random } from '../random';
import { alarmOn } from './base';
import { byCondition, byParameter, freshId, plainOrOpen, type Step, said } from './step';

type Alarm = Account['alarms'][number];

/** One change of an alarm's properties. */
function change(alarm: Alarm, random: Random): void {
  const changes: (() => void)[] = [
    () => {
      alarm.statistic = random.pick(['Average', 'Maximum', 'Minimum']);
    },
    () => {
      alarm.threshold = plainOrOpen(random, alarm.threshold, random.pick([0, 0.5, 2]));
    },
    () => {
      alarm.threshold = byParameter(random, [0, 1, 5]);
    },
    () => {
      alarm.operator = random.pick(['GreaterThanThreshold', 'LessThanThreshold']);
      if (alarm.operator === 'GreaterThanThreshold') alarm.threshold = random.pick([0, 0, 1]);
    },
    () => {
      alarm.period = random.pick([60, 900, 3600]);
    },
    () => {
      alarm.evaluationPeriods = random.pick([2, 3]);
      alarm.datapointsToAlarm = random.pick([undefined, 1, 2]);
    },
    () => {
      const missing = random.pick(['missing', 'ignore', 'breaching'] as const);
      alarm.missingData = plainOrOpen(random, alarm.missingData, missing);
    },
    () => {
      alarm.unit = random.pick(['Count', 'None']);
    },
    () => {
      alarm.dimensions = true;
    },
    () => {
      alarm.metric = random.pick([
        { ...alarm.metric, name: 'aclChanges' },
        { ...alarm.metric, namespace: 'Others' },
        { ...alarm.metric, name: byParameter(random, ['AclChanges', BROKEN_ELSEWHERE]) },
      ]);
    },
    () => {
      alarm.actionsEnabled = random.chance(0.3)
        ? byParameter(random, [true, false])
        : plainOrOpen(random, alarm.actionsEnabled, false);
    },
    () => {
      alarm.nonAsciiName = true;
    },
    () => {
      alarm.present = byCondition(random, true, false);
    },
  ];
  random.pick(changes)();
}

const changeOne: Step = ({ alarms }, random) => {
  const alarm = random.pick(alarms);
  const before = JSON.parse(JSON.stringify(alarm));
  change(alarm, random);
  return `alarm ${alarm.id}: ${differences(before, alarm)}`;
};

const another: Step = (account, random) => {
  const alarm = alarmOn(freshId(account, 'Bell'), 'AclChanges', [random.pick(account.topics).id]);
  const before = { ...alarm };
  if (random.chance(0.5)) change(alarm, random);
  account.alarms.push(alarm);
  return `alarm ${alarm.id}: added, tells ${said(alarm.actions)} ${differences(before, alarm)}`;
};

const actions: Step = ({ alarms, composites, topics }, random) => {
  const alarm = random.pick([...alarms, ...composites]);
  const elsewhere = [SOUND_ELSEWHERE, BROKEN_ELSEWHERE];
  alarm.actions = random.pick([
    [],
    [random.pick(topics).id],
    [byParameter(random, elsewhere)],
    [{ ...byParameter(random, elsewhere), written: 'literal' as const }],
    [...alarm.actions, byParameter(random, elsewhere)],
    [byCondition<string | undefined>(random, 'Shout', undefined)],
  ]);
  return `alarm ${alarm.id}: tells ${said(alarm.actions)}`;
};

const composite: Step = (account, random) => {
  const below = random.pick([...account.alarms, ...account.composites]);
  const id = freshId(account, 'Chord');
  const other: Rule = { alarm: random.pick(account.alarms).id };
  const rule = random.pick<Rule>([
    { alarm: below.id },
    { alarm: below.id },
    { any: [{ alarm: below.id }, other] },
    { all: [{ alarm: below.id }, other] },
    { all: [{ alarm: below.id }, { not: other }] },
    { not: { alarm: below.id } },
    { not: { not: { alarm: below.id } } },
    { any: [other, { all: [{ alarm: below.id }, { any: [other, { alarm: below.id }] }] }] },
  ]);
  const actionsMove = random.chance(0.7);
  account.composites.push({
    id,
    present: random.chance(0.1) ? byCondition(random, true, false) : true,
    nonAsciiName: random.chance(0.1),
    rule,
    actionsEnabled: !random.chance(0.1),
    actions: actionsMove ? below.actions : [random.pick(account.topics).id],
  });
  if (actionsMove) below.actions = [];
  return `composite ${said(account.composites.at(-1))}`;
};

/** An alarm in another region with a topic of its own: it watches a metric of the same name that nobody feeds. */
const inAnotherRegion: Step = (account, random) => {
  const topic = freshId(account, 'Shout');
  account.topics.push({ id: topic, fifo: false, inAnotherRegion: true, key: undefined });
  const ear = freshId(account, 'Ear');
  account.subscriptions.push({ id: ear, present: true, topic, endpoint: 'https' });
  const alarm = { ...alarmOn(freshId(account, 'Bell'), 'AclChanges', [topic]), inAnotherRegion: true };
  const replaced = random.chance(0.6) && !account.composites.length ? account.alarms.shift() : undefined;
  account.alarms.push(alarm);
  return `alarm ${alarm.id}: added in another region, with ${topic}${replaced ? ` instead of ${replaced.id}` : ''}`;
};

/** An alarm of something else, with nobody to tell. */
const unrelated: Step = (account) => {
  const id = freshId(account, 'Bell');
  account.alarms.push({ ...alarmOn(id, 'Others', []), missingData: 'missing' });
  return `alarm ${id}: added, on metric Others`;
};

function differences(before: Alarm, after: Alarm): string {
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Alarm]),
  );
  return changed.map(([key, value]) => `${key} ${said(value)}`).join(', ');
}

export const alarmSteps: readonly Step[] = [
  changeOne,
  changeOne,
  changeOne,
  changeOne,
  another,
  actions,
  composite,
  composite,
  unrelated,
  inAnotherRegion,
];
