import { type AccountResult, audit } from '../../src/audit/audit';
import { accountsOf } from '../../src/evidence/account-data';
import { accountData, type Difference, resultOf } from './sound-account';

const PART = { origin: { template: 'watch.json' }, reason: 'the template is missing' };
const MAY_CHANGE = { mayChange: 'the transform "Company::Macro" may change resources on deployment' };

function said({ outcome, broken, unreadParts }: AccountResult) {
  return [
    outcome,
    broken && `${broken.check.id} ${broken.finding.reason}`,
    unreadParts.map(({ reason }) => reason),
  ];
}

test.each<[string, Difference, unknown[]]>([
  [
    'a sound chain, beside a part that may hold more',
    { more: { unreadParts: [PART] } },
    ['PASS', undefined, []],
  ],
  [
    'a chain that fails, beside a part that may hold the rest',
    { alarm: { alarmActions: [] }, more: { unreadParts: [PART] } },
    ['UNKNOWN', 'alarm-topic alarm "acl-edited" has no action', ['the template is missing']],
  ],
  [
    'a sound chain of which a macro may change the trail',
    { trail: MAY_CHANGE },
    ['UNKNOWN', `trail-all-regions ${MAY_CHANGE.mayChange}, this one too`, []],
  ],
  [
    'a sound chain of which a macro may change the alarm',
    { alarm: MAY_CHANGE },
    ['UNKNOWN', `alarm-metric ${MAY_CHANGE.mayChange}, this one too`, []],
  ],
  [
    'a sound chain of which a macro may change the filter',
    { filters: [MAY_CHANGE] },
    [
      'UNKNOWN',
      `metric-filter-pattern the deployed form of metric filter Watch/AclFilter could not be read: ${MAY_CHANGE.mayChange}`,
      [],
    ],
  ],
  [
    'a sound chain of which a macro may change the topic',
    { topic: MAY_CHANGE },
    [
      'UNKNOWN',
      `topic-policy whether the policy of the topic lets the alarm publish could not be read: ${MAY_CHANGE.mayChange}`,
      [],
    ],
  ],
  [
    'a sound chain of which a macro may change the subscription',
    { subscriptions: [MAY_CHANGE] },
    [
      'UNKNOWN',
      `subscription whether topic "security-pager" has a subscription could not be read: ${MAY_CHANGE.mayChange}`,
      [],
    ],
  ],
  [
    'a sound chain of which a macro may change the role',
    { role: MAY_CHANGE },
    [
      'UNKNOWN',
      `trail-delivery-role the role with which trail "management-events" writes could not be read: ${MAY_CHANGE.mayChange}`,
      [],
    ],
  ],
  [
    'a chain that fails, with a filter beside it that a macro may change',
    { filters: [{ pattern: '{ $.eventName = CreateNetworkAcl }' }, MAY_CHANGE] },
    [
      'UNKNOWN',
      `metric-filter-pattern the deployed form of metric filter Watch/AclFilter could not be read: ${MAY_CHANGE.mayChange}`,
      [],
    ],
  ],
])('%s', (_, difference, expected) => {
  expect(said(resultOf(difference))).toEqual(expected);
});

test('what could not be read of one account says nothing of another', () => {
  const nothing = { id: '444455556666' };
  const results = audit(
    accountsOf([accountData({ alarm: { alarmActions: [] }, more: { unreadParts: [PART] } }), nothing]),
  );
  expect(results.map(({ account, outcome }) => [account, outcome])).toEqual([
    ['111122223333', 'UNKNOWN'],
    ['444455556666', 'FAIL'],
  ]);
});
