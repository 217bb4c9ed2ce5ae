import type { AccountVerdict } from '../../src/audit/audit';
import type { Check, Finding, Link } from '../../src/audit/check';
import type { Origin } from '../../src/field/origin';
import { textOf } from '../../src/report/text';

const CHECK: Check = {
  id: 'alarm-topic',
  title: 'The alarm notifies an SNS topic.',
  link: 7 as Link,
  question: 'letter',
  judge: () => ({ outcome: 'PASS' }),
};

function verdict(finding: Partial<Finding> = {}, rest: Partial<AccountVerdict> = {}): AccountVerdict {
  const broken = {
    check: CHECK,
    finding: {
      outcome: 'FAIL',
      reason: 'the alarm notifies nobody',
      remedy: 'add a topic',
      ...finding,
    } as Finding,
  };
  return {
    account: '111122223333',
    outcome: broken.finding.outcome,
    results: [broken],
    broken,
    unreadableParts: [],
    compensatingRules: [],
    ...rest,
  };
}

const FAILS =
  'No sound chain in account 111122223333 reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 7 of 8, alarm-topic: the alarm notifies nobody';

test('an account that fails is told which link is broken and what mends it', () => {
  expect(textOf(verdict())).toEqual({ finding: `${FAILS}.`, remedy: 'add a topic' });
});

test('what is not known is called so', () => {
  const { finding, remedy } = textOf(
    verdict({ outcome: 'UNKNOWN', reason: 'it is a parameter', remedy: undefined }),
  );
  expect(finding).toBe(
    'Not known whether a sound chain in account 111122223333 reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 7 of 8, alarm-topic: it is a parameter.',
  );
  expect(remedy).toBeUndefined();
});

test.each<[string, Origin, string]>([
  ['by its construct', { path: 'Watch/Bell', template: 'Watch.json', logicalId: 'Bell' }, ' (Watch/Bell)'],
  ['by its construct and its line', { path: 'Watch/Bell', source: 'app.ts:12' }, ' (Watch/Bell, app.ts:12)'],
  ['by template and logical id', { template: 'watch.yaml', logicalId: 'Bell' }, ' (watch.yaml#Bell)'],
  ['by its template', { template: 'watch.yaml' }, ' (watch.yaml)'],
  ['by nothing', {}, ''],
])('the broken part is named %s', (_, subject, place) => {
  expect(textOf(verdict({ subject })).finding).toBe(`${FAILS}${place}.`);
});

test('an account that is not known is called so', () => {
  expect(textOf(verdict({}, { account: '${AWS::AccountId}' })).finding).toMatch(
    /^No sound chain in the account, which is not known before deployment, reports network ACL changes/,
  );
});

test('a subject that is given takes the place of the account', () => {
  expect(textOf(verdict(), 'stack Network').finding).toMatch(/^No sound chain in stack Network reports/);
});

test('what could not be read and what compensates is told behind', () => {
  const unreadableParts = [
    { origin: { template: 'a.json', logicalId: 'Part' }, reason: 'the template is missing' },
    { origin: { path: 'Shop' }, reason: 'a macro may add resources' },
  ];
  const compensatingRules = [{ origin: { path: 'Watch/Rule', source: 'app.ts:3' } }] as any;
  expect(textOf(verdict({}, { unreadableParts, compensatingRules })).finding).toBe(
    `${FAILS}. The chain may be in what could not be read (a.json#Part): the template is missing. The chain may be in what could not be read (Shop): a macro may add resources. An EventBridge rule watches the same events (Watch/Rule, app.ts:3): a compensating control, but not this one.`,
  );
});
