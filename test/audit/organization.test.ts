import type { AuditOptions } from '../../src/audit/ask';
import { type AccountResult, audit } from '../../src/audit/audit';
import { type AccountData, accountsOf } from '../../src/evidence/account-data';
import { accountData, type Difference, HIDDEN, inAccount } from './sound-account';

const MEMBER: AccountData = { id: '444455556666' };

const owner = (given: Difference['trail'], difference: Difference = {}): AccountData =>
  accountData({ ...difference, trail: { isOrganizationTrail: true, ...given } });

/** What is said of the member beside the trail's account. */
function memberBeside(trailOwner: AccountData, member = MEMBER): AccountResult {
  return audit(accountsOf([trailOwner, member]))[1];
}

test('an account beside a sound organization chain is UNKNOWN, and is told to declare itself covered', () => {
  const { outcome, broken } = memberBeside(owner({}));
  expect([outcome, broken?.check.id, broken?.finding]).toEqual([
    'UNKNOWN',
    'trail-all-regions',
    {
      outcome: 'UNKNOWN',
      reason:
        'organization trail "management-events" of account 111122223333, which feeds a sound chain there, records the events of all accounts of its organization: whether account 444455556666 belongs to it could not be read',
      remedy:
        "if it does, declare it covered instead of making a second trail, which is billed: coveredAccounts: [{ account: '444455556666', reason: 'organization trail of account 111122223333' }]",
      subject: { path: 'Logging/Trail' },
    },
  ]);
});

test.each<[string, AccountData, string]>([
  ['a trail of that account alone', accountData(), 'FAIL: there is no trail'],
  [
    'an organization trail that is off',
    owner({ isLogging: false }),
    'FAIL: there is no trail, and the chain of organization trail "management-events" of account 111122223333 is broken',
  ],
  [
    'an organization chain without a subscription',
    owner({}, { subscriptions: [] }),
    'FAIL: there is no trail, and the chain of organization trail "management-events" of account 111122223333 is broken',
  ],
  [
    'an organization chain of which not all is known',
    owner({ isLogging: HIDDEN }),
    'UNKNOWN: organization trail "management-events" of account 111122223333, which feeds a chain that may be sound there, records the events of all accounts of its organization: whether account 444455556666 belongs to it could not be read',
  ],
  [
    'what may be an organization trail',
    owner({ isOrganizationTrail: HIDDEN }),
    'UNKNOWN: organization trail "management-events" of account 111122223333, which feeds a chain that may be sound there, records the events of all accounts of its organization: whether account 444455556666 belongs to it could not be read',
  ],
])('an account beside %s', (_, trailOwner, expected) => {
  const { outcome, broken } = memberBeside(trailOwner);
  expect(`${outcome}: ${broken?.finding.reason}`).toBe(expected);
});

test('an account beside a broken organization chain is not told to make a second trail', () => {
  const { broken } = memberBeside(owner({ isLogging: false }));
  expect(broken?.finding.remedy).toBe(
    "mend that chain instead of making a second trail, which is billed; where the account is of another organization, add new NaclChangeMonitor(this, 'NaclChanges', { subscriptions: [new EmailSubscription('security@example.com')] })",
  );
});

test('an account with a broken chain of its own is told of that one, beside a broken organization chain', () => {
  const member = inAccount('444455556666', accountData({ alarm: { threshold: 2 } }));
  const { broken } = memberBeside(owner({ isLogging: false }), member);
  expect(broken?.check.id).toBe('alarm-threshold');
});

test('an account with a sound chain of its own needs no other', () => {
  const { outcome } = memberBeside(owner({}), inAccount('444455556666'));
  expect(outcome).toBe('PASS');
});

test('an account with its own broken organization trail fails', () => {
  const [{ outcome, broken }] = audit(accountsOf([owner({ isMultiRegionTrail: false }), MEMBER]));
  expect([outcome, broken?.check.id]).toEqual(['FAIL', 'trail-all-regions']);
});

test.each<[string, AccountData, string]>([
  ['a sound organization chain', owner({}), 'UNKNOWN'],
  ['a sound chain of one account', accountData(), 'FAIL'],
])('an account beside %s in an account that is not judged', (_, elsewhere, expected) => {
  const [member, other] = accountsOf([MEMBER, elsewhere]);
  const options: AuditOptions = { elsewhere: [other] };
  const results = audit([member], options);
  expect(results.map(({ account, outcome }) => [account, outcome])).toEqual([['444455556666', expected]]);
});

/** The trail of the owner, as the member's own `describe-trails` shows it. */
const TRAIL_ARN = 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/management-events';
const recorded = (member: AccountData = MEMBER): AccountData => ({ ...member, recordedBy: [TRAIL_ARN] });

function recordedMember(trailOwner: AccountData | undefined, member = recorded()): AccountResult {
  const [account, ...elsewhere] = accountsOf([member, ...(trailOwner ? [trailOwner] : [])]);
  return audit([account], { elsewhere })[0];
}

describe('an account that the trail of its organization records', () => {
  test('has the chain of that trail', () => {
    const result = recordedMember(owner({}));
    expect([result.account, result.outcome]).toEqual(['444455556666', 'PASS']);
    expect(result.results[0].finding).toEqual({
      outcome: 'PASS',
      reason: 'organization trail "management-events" of account 111122223333 records the account',
      subject: { path: TRAIL_ARN },
    });
  });

  test.each<[string, AccountData | undefined, AccountData, string]>([
    [
      'is told what is broken there',
      owner({}, { subscriptions: [] }),
      recorded(),
      'FAIL at subscription: organization trail "management-events" of account 111122223333 records the account, and there topic "security-pager" has no subscription',
    ],
    [
      'is UNKNOWN where the owner was not asked',
      undefined,
      recorded(),
      'UNKNOWN at trail-all-regions: organization trail "management-events" of account 111122223333 records account 444455556666: whether the chain of that trail is sound could not be read',
    ],
    [
      'is UNKNOWN where the owner does not show the trail',
      accountData({ trail: null }),
      recorded(),
      'UNKNOWN at trail-all-regions: organization trail "management-events" of account 111122223333 records the account, and there organization trail "management-events" of account 111122223333 could not be read in its account',
    ],
    [
      'is told of its own trail where both are broken',
      owner({ isLogging: false }),
      recorded(inAccount('444455556666', accountData({ alarm: { threshold: 2 } }))),
      'FAIL at alarm-threshold: one change makes 1, which is not GreaterThanOrEqualToThreshold 2 for alarm "acl-edited"',
    ],
  ])('%s', (_, trailOwner, member, expected) => {
    const { outcome, broken } = recordedMember(trailOwner, member);
    expect(`${outcome} at ${broken?.check.id}: ${broken?.finding.reason}`).toBe(expected);
  });

  test('does not pass by another trail of the owner', () => {
    const other = accountData();
    const trailOwner = owner({ isLogging: false });
    const own = { ...other.trails?.[0], name: 'own', arn: `${TRAIL_ARN}-2` } as never;
    const both = { ...trailOwner, trails: [...(trailOwner.trails ?? []), own] };
    const { outcome, broken } = recordedMember(both);
    expect([outcome, broken?.check.id]).toEqual(['FAIL', 'trail-logging']);
  });

  test('passes by its own chain, whatever the organization has', () => {
    const member = recorded(inAccount('444455556666'));
    expect(recordedMember(owner({ isLogging: false }), member).outcome).toBe('PASS');
  });
});
