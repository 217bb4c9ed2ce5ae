import {
  type Account,
  AWS_MANAGED_KEY,
  BROKEN_ELSEWHERE,
  CHANGES,
  SOUND_ELSEWHERE,
  type Statement,
} from './account';
import { soundAccount } from './generator/base';
import { expected } from './oracle/oracle';

type Filter = Account['filters'][number];

const PUBLISH: Statement = {
  effect: 'Allow',
  principal: 'cloudwatch',
  actions: ['sns:Publish'],
  when: 'always',
};
const half = CHANGES.slice(0, 3);
const rest = CHANGES.slice(3);
const like = (account: Account, changes: Partial<Filter>): Filter => ({
  ...account.filters[0],
  id: 'Count2',
  ...changes,
});
const policy = (statements: Statement[]) => ({ id: 'Policy', present: true, topic: 'Shout', statements });

/** Each row of the control, and the kinds that were judged wrongly before. */
const rows: [string, string | undefined, (account: Account) => void][] = [
  ['a sound chain', 'PASS', () => {}],
  ['link 1: a trail of one region', 'FAIL', (a) => (a.trails[0].multiRegion = false)],
  ['link 2: a trail that is off', 'FAIL', (a) => (a.trails[0].logging = false)],
  [
    'link 3: writes only',
    'FAIL',
    (a) => (a.trails[0].selectors = { kind: 'basic', of: [{ readWrite: 'WriteOnly' }] }),
  ],
  ['link 4: no log group', 'FAIL', (a) => (a.trails[0].group = undefined)],
  ['link 5: another control', 'FAIL', (a) => (a.filters[0].pattern = { kind: 'another control' })],
  [
    'link 6: another metric',
    'FAIL',
    (a) => (a.alarms[0].metric = { namespace: 'Security', name: 'aclChanges' }),
  ],
  ['link 7: no topic', 'FAIL', (a) => (a.alarms[0].actions = [])],
  ['link 8: nobody listens', 'FAIL', (a) => (a.subscriptions = [])],
  ['reads are counted too', 'PASS', (a) => (a.filters[0].pattern = { kind: 'broader' })],
  ['everything is counted', 'FAIL', (a) => (a.filters[0].pattern = { kind: 'everything' })],
  ['successful changes only', 'FAIL', (a) => (a.filters[0].pattern = { kind: 'successful changes' })],
  [
    'an average over zeros',
    'FAIL',
    (a) => {
      a.alarms[0].statistic = 'Average';
      a.filters[0].defaultValue = 0;
    },
  ],
  ['a sum over zeros', 'PASS', (a) => (a.filters[0].defaultValue = 0)],
  ['a threshold of two changes', 'FAIL', (a) => (a.alarms[0].threshold = 2)],
  ['two of two periods', 'FAIL', (a) => (a.alarms[0].evaluationPeriods = 2)],
  [
    'one of two periods',
    'PASS',
    (a) => {
      a.alarms[0].evaluationPeriods = 2;
      a.alarms[0].datapointsToAlarm = 1;
    },
  ],
  ['missing data is breaching', 'FAIL', (a) => (a.alarms[0].missingData = 'breaching')],
  [
    'two filters share the events',
    'PASS',
    (a) => {
      a.filters[0].pattern = { kind: 'changes', of: half };
      a.filters.push(like(a, { pattern: { kind: 'changes', of: rest } }));
    },
  ],
  [
    'values 2 and 0.5',
    'PASS',
    (a) => {
      a.filters[0].value = 2;
      a.filters.push(like(a, { value: 0.5 }));
    },
  ],
  ['values 1 and -1', 'FAIL', (a) => a.filters.push(like(a, { value: -1 }))],
  [
    'another filter with default 1',
    'FAIL',
    (a) => a.filters.push(like(a, { pattern: { kind: 'another control' }, defaultValue: 1 })),
  ],
  [
    'value 0 beside dimensions',
    'FAIL',
    (a) => {
      a.filters[0].value = 0;
      a.filters.push(like(a, { value: 1, dimensions: true }));
    },
  ],
  ['a composite above', 'PASS', (a) => above(a, { alarm: 'Bell' })],
  ['a composite that goes off without it', 'FAIL', (a) => above(a, { not: { alarm: 'Bell' } })],
  [
    'a composite that waits for another',
    'FAIL',
    (a) => above(a, { all: [{ alarm: 'Bell' }, { alarm: 'Other' }] }),
  ],
  ['the key that AWS manages', 'FAIL', (a) => (a.topics[0].key = AWS_MANAGED_KEY)],
  ['a topic policy for CloudWatch', 'PASS', (a) => a.topicPolicies.push(policy([PUBLISH]))],
  [
    'a topic policy for others',
    'FAIL',
    (a) => a.topicPolicies.push(policy([{ ...PUBLISH, principal: 'events' }])),
  ],
  [
    'alarms by ARN',
    'PASS',
    (a) => a.topicPolicies.push(policy([{ ...PUBLISH, when: 'from alarms of this account' }])),
  ],
  [
    'alarms by ARN, a name outside ASCII',
    'FAIL',
    (a) => {
      a.alarms[0].nonAsciiName = true;
      a.topicPolicies.push(policy([{ ...PUBLISH, when: 'from alarms of this account' }]));
    },
  ],
  [
    'a queue without a policy',
    'FAIL',
    (a) => {
      a.queues.push({ id: 'Box', fifo: false, policyPresent: true });
      a.subscriptions[0].endpoint = 'Box';
    },
  ],
  [
    'an organization without its streams',
    'FAIL',
    (a) => {
      a.trails[0].organization = true;
      a.roles[0].grants[0].on = 'own streams';
    },
  ],
  [
    'a topic of a parameter',
    'UNKNOWN',
    (a) =>
      (a.alarms[0].actions = [
        { variable: 'Given', options: [SOUND_ELSEWHERE, BROKEN_ELSEWHERE], written: 'parameter' },
      ]),
  ],
  [
    'a value that matters neither way',
    'PASS',
    (a) => (a.filters[0].defaultValue = { variable: 'C', options: [undefined, 0], written: 'condition' }),
  ],
  ['units mixed, and none asked for', undefined, (a) => a.filters.push(like(a, { unit: 'Count' }))],
];

function above(account: Account, rule: Account['composites'][number]['rule']): void {
  const actions = account.alarms[0].actions.splice(0);
  account.composites.push({
    id: 'Chord',
    present: true,
    nonAsciiName: false,
    rule,
    actionsEnabled: true,
    actions,
  });
}

test.each(rows)('%s: %s', (_, outcome, change) => {
  const account = soundAccount();
  change(account);
  expect(expected(account)).toBe(outcome);
});
