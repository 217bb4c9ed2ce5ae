import type { AccountResult } from '../../src/audit/audit';
import type { Check, Finding } from '../../src/audit/check';
import type { EventRule } from '../../src/evidence/resource-model';
import type { Origin } from '../../src/field/origin';
import { findingText, notesText } from '../../src/report/text';

const CHECK: Check = {
  id: 'alarm-topic',
  title: 'The alarm notifies an SNS topic',
  link: 7,
  question: 'letter',
  about: 'notification',
  judge: () => undefined,
};

function resultWith(finding: Partial<Finding> = {}, rest: Partial<AccountResult> = {}): AccountResult {
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
    parts: {},
    unreadParts: [],
    compensatingRules: [],
    ...rest,
  };
}

const FAILS =
  'No sound chain in account 111122223333 reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 7 of 8, alarm-topic: the alarm notifies nobody';

test('an account that fails is told which link is broken', () => {
  expect(findingText(resultWith())).toBe(`${FAILS}.`);
});

test('what is not known is called so', () => {
  expect(findingText(resultWith({ outcome: 'UNKNOWN', reason: 'it is a parameter' }))).toBe(
    'Not known whether a sound chain in account 111122223333 reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 7 of 8, alarm-topic: it is a parameter.',
  );
});

test.each<[string, Origin, string]>([
  ['by its construct', { path: 'Watch/Bell', template: 'Watch.json', logicalId: 'Bell' }, ' (Watch/Bell)'],
  ['by its construct and its line', { path: 'Watch/Bell', source: 'app.ts:12' }, ' (Watch/Bell, app.ts:12)'],
  ['by template and logical id', { template: 'watch.yaml', logicalId: 'Bell' }, ' (watch.yaml#Bell)'],
  ['by its template', { template: 'watch.yaml' }, ' (watch.yaml)'],
  ['by nothing', {}, ''],
])('the broken part is named %s', (_, subject, place) => {
  expect(findingText(resultWith({ subject }))).toBe(`${FAILS}${place}.`);
});

test('an account that is not known is called so', () => {
  expect(findingText(resultWith({}, { account: '${AWS::AccountId}' }))).toMatch(
    /^No sound chain in the account, which is not known before deployment, reports network ACL changes/,
  );
});

test('a subject that is given takes the place of the account', () => {
  expect(findingText(resultWith(), 'stack Network')).toMatch(/^No sound chain in stack Network reports/);
});

test('what could not be read and what compensates is told behind', () => {
  const unreadParts = [
    { origin: { template: 'a.json', logicalId: 'Part' }, reason: 'the template is missing' },
    { origin: { path: 'Shop' }, reason: 'a macro may add resources' },
  ];
  const compensatingRules: EventRule[] = [
    {
      origin: { path: 'Watch/Rule', source: 'app.ts:3' },
      region: 'eu-central-1',
      account: '111122223333',
      pattern: {},
      isEnabled: true,
      targetArns: [],
      eventBusName: undefined,
    },
  ];
  expect(findingText(resultWith({}, { unreadParts, compensatingRules }))).toBe(
    `${FAILS}. The chain may be in what could not be read (a.json#Part): the template is missing. The chain may be in what could not be read (Shop): a macro may add resources. An EventBridge rule watches the same events (Watch/Rule, app.ts:3): a compensating control, but not this one.`,
  );
});

test('an account that passes has its notes told, with where they apply', () => {
  const note = {
    check: CHECK,
    finding: { outcome: 'PASS', reason: 'it waits for a click', subject: { path: 'Watch/Mail' } } as Finding,
  };
  const silent = { check: CHECK, finding: { outcome: 'PASS' } as Finding };
  const result: AccountResult = { ...resultWith(), outcome: 'PASS', results: [note, silent, note] };
  expect(notesText(result)).toBe(
    'A sound chain in account 111122223333 reports network ACL changes. To know: it waits for a click (Watch/Mail); it waits for a click (Watch/Mail).',
  );
});

test('an account that passes without a note has no text', () => {
  const silent = { check: CHECK, finding: { outcome: 'PASS' } as Finding };
  expect(notesText({ ...resultWith(), outcome: 'PASS', results: [silent] })).toBeUndefined();
});
