import { audit } from '../../src/audit/audit';
import { accountsOf } from '../../src/evidence/account-data';
import type { Alarm, Trail } from '../../src/evidence/resource-model';
import { ALARM, accountData, HIDDEN, inAccount, METRIC, resultOf, TRAIL } from './sound-account';

/** An alarm beside the others, of a name of its own. */
const alarm = (name: string, given: Partial<Alarm>): Alarm => ({
  ...ALARM,
  origin: { path: `Watch/${name}` },
  name,
  arn: `arn:aws:cloudwatch:eu-central-1:111122223333:alarm:${name}`,
  ...given,
});
const trail = (name: string, given: Partial<Trail>): Trail => ({
  ...TRAIL,
  origin: { path: `Logging/${name}` },
  name,
  ...given,
});

/** What is said of an account with these alarms, declared in this order and in the other one. */
function brokenBothWays(alarms: readonly Alarm[]): string {
  const texts = [alarms, [...alarms].reverse()].map((ordered) => {
    const { outcome, broken } = resultOf({ more: { alarms: ordered } });
    return broken ? `${outcome} ${broken.check.id}: ${broken.finding.reason}` : outcome;
  });
  expect(texts[1]).toBe(texts[0]);
  return texts[0];
}

const DIMENSION = { metric: { ...METRIC, dimensions: ['user'] } };
const PERIODS = { datapointsToAlarm: 2 };
const NO_ACTION = { alarmActions: [] };

test.each<[string, readonly Alarm[], string]>([
  ['a sound alarm before a broken one', [alarm('whole', {}), alarm('torn', NO_ACTION)], 'PASS'],
  [
    'one that is not known before one that fails',
    [alarm('open', { datapointsToAlarm: HIDDEN }), alarm('silent', { treatMissingData: 'breaching' })],
    'UNKNOWN alarm-periods: how many periods alarm "open" waits for could not be read: it comes from a parameter',
  ],
  [
    'the one that holds further along the chain',
    [alarm('early', DIMENSION), alarm('late', PERIODS)],
    'FAIL alarm-periods: alarm "late" rings only after 2 periods with a change',
  ],
  [
    'the one that holds further, although it has more faults',
    [alarm('early', DIMENSION), alarm('late', { ...PERIODS, ...NO_ACTION, actionsEnabled: false })],
    'FAIL alarm-periods: alarm "late" rings only after 2 periods with a change',
  ],
  [
    'of two that fail at the same place, the one with fewer faults',
    [alarm('twice', { datapointsToAlarm: 3, treatMissingData: 'breaching' }), alarm('once', PERIODS)],
    'FAIL alarm-periods: alarm "once" rings only after 2 periods with a change',
  ],
  [
    'of two that are not known at the same place, the one with less that is not known',
    [
      alarm('twice', { metric: { ...METRIC, statistic: HIDDEN }, treatMissingData: HIDDEN }),
      alarm('once', { metric: { ...METRIC, statistic: HIDDEN } }),
    ],
    'UNKNOWN alarm-statistic: the statistic of alarm "once" could not be read: it comes from a parameter',
  ],
])('the best chain is %s, in whatever order they are declared', (_, alarms, expected) => {
  expect(brokenBothWays(alarms)).toBe(expected);
});

test.each([false, true])(
  'of two metrics that miss changes the one that misses fewer is told (declared last: %s)',
  (isLast) => {
    const FIVE =
      '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) }';
    const filters = [
      { pattern: FIVE, metricName: 'Five' },
      { pattern: '{ $.eventName = CreateNetworkAcl }', metricName: 'One' },
    ];
    const { broken } = resultOf({ filters: isLast ? filters.reverse() : filters, alarm: null });
    expect(broken?.finding.reason).toBe(
      'metric filter Watch/AclFilter does not count every change: never ReplaceNetworkAclAssociation',
    );
  },
);

test('what is not known at the end of a chain does not outweigh what fails before', () => {
  const { outcome, broken } = resultOf({ trail: { isLogging: false }, topic: null });
  expect([outcome, broken?.check.id]).toEqual(['FAIL', 'trail-logging']);
});

test('an alarm that a sound trail leads to is no help to a broken one, and the other way round', () => {
  const { outcome, broken } = resultOf({
    trail: { logGroupArn: 'arn:aws:logs:eu-central-1:111122223333:log-group:/app/events:*' },
    more: { trails: [trail('torn', { isLogging: false })] },
  });
  expect([outcome, broken?.check.id, broken?.finding.reason]).toEqual([
    'FAIL',
    'trail-logging',
    'trail "torn" is switched off',
  ]);
});

test('a second trail that is broken takes nothing from the sound one', () => {
  const trails = [trail('torn', { isLogging: false }), TRAIL];
  expect(
    [trails, [...trails].reverse()].map((ordered) => resultOf({ more: { trails: ordered } }).outcome),
  ).toEqual(['PASS', 'PASS']);
});

test('an error in a check is UNKNOWN with its id, and the other accounts are judged', () => {
  const faulty = { ...TRAIL };
  Object.defineProperty(faulty, 'isLogging', {
    get: () => {
      throw new Error('out of ink');
    },
  });
  const results = audit(accountsOf([accountData({ more: { trails: [faulty] } }), inAccount('444455556666')]));
  expect(
    results.map(({ account, outcome, broken }) => [
      account,
      outcome,
      broken?.check.id,
      broken?.finding.reason,
    ]),
  ).toEqual([
    ['111122223333', 'UNKNOWN', 'trail-logging', 'check trail-logging ended with an error: out of ink'],
    ['444455556666', 'PASS', undefined, undefined],
  ]);
});

test('an error on the way along the chain is UNKNOWN, and the other accounts are judged', () => {
  const faulty = { ...TRAIL };
  Object.defineProperty(faulty, 'logGroupArn', {
    get: () => {
      throw new Error('out of paper');
    },
  });
  const results = audit(accountsOf([accountData({ more: { trails: [faulty] } }), inAccount('444455556666')]));
  expect(results.map(({ account, outcome, broken }) => [account, outcome, broken?.finding.reason])).toEqual([
    [
      '111122223333',
      'UNKNOWN',
      'following the chain of account 111122223333 ended with an error: out of paper',
    ],
    ['444455556666', 'PASS', undefined],
  ]);
});
