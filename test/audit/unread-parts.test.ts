import { type AccountResult, audit } from '../../src/audit/audit';
import { accountsOf } from '../../src/evidence/account-data';
import { accountData, type Difference, resultOf } from './sound-account';

const PART = { origin: { template: 'watch.json' }, reason: 'the template is missing' };
const MACRO = { origin: { template: 'watch.json' }, reason: 'a macro may change it', mayChange: true };

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
    'a sound chain that a macro may change',
    { more: { unreadParts: [MACRO] } },
    [
      'UNKNOWN',
      'trail-all-regions whether the chain is deployed as it stands could not be read: a macro may change it',
      [],
    ],
  ],
  [
    'a chain that fails and that a macro may change',
    { alarm: { alarmActions: [] }, more: { unreadParts: [PART, MACRO] } },
    [
      'UNKNOWN',
      'alarm-topic alarm "acl-edited" has no action',
      ['the template is missing', 'a macro may change it'],
    ],
  ],
])('%s', (_, difference, expected) => {
  expect(said(resultOf(difference))).toEqual(expected);
});

test('what could not be read of one account says nothing of another', () => {
  const nothing = { id: '444455556666' };
  const results = audit(accountsOf([accountData({ more: { unreadParts: [MACRO] } }), nothing]));
  expect(results.map(({ account, outcome }) => [account, outcome])).toEqual([
    ['111122223333', 'UNKNOWN'],
    ['444455556666', 'FAIL'],
  ]);
});
