import { audit } from '../../src/audit/audit';
import { CHECKS } from '../../src/audit/checks';
import { accountsOf } from '../../src/evidence/account-data';
import { resultOf } from './sound-account';

test('a sound account passes every check, without a note', () => {
  const { outcome, results, broken } = resultOf();
  expect(results.map(({ check, finding }) => ({ id: check.id, ...finding }))).toEqual(
    CHECKS.map(({ id }) => ({ id, outcome: 'PASS' })),
  );
  expect([outcome, broken]).toEqual(['PASS', undefined]);
});

test('an account with nothing fails at every link that starts with a trail, and is told what mends it', () => {
  const [{ outcome, results, broken }] = audit(accountsOf([{ id: '111122223333' }]));
  expect(outcome).toBe('FAIL');
  expect(results.map(({ check, finding }) => `${check.id} ${finding.outcome}: ${finding.reason}`)).toEqual([
    'trail-all-regions FAIL: there is no trail',
    'trail-logging FAIL: there is no trail',
    'trail-management-events FAIL: there is no trail',
    'trail-log-group FAIL: there is no trail',
  ]);
  expect(broken?.finding.remedy).toMatch(/^add new NaclChangeMonitor\(/);
});
