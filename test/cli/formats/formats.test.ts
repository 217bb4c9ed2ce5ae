import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, type FormatName } from '../../../cli/src/formats';
import type { Report } from '../../../cli/src/report';
import { fail } from '../../../src/audit/check';
import { REPORT, SILENT } from './report';

function printed(format: FormatName, report: Report = REPORT, look = {}): string {
  return FORMATS[format].print(report, { isColoured: false, ...look });
}

test('the formats', () => {
  expect(Object.entries(FORMATS).map(([name, { ending }]) => `${name} ${ending}`)).toEqual([
    'text .txt',
    'json .json',
    'sarif .sarif',
    'junit .xml',
    'markdown .md',
    'html .html',
    'csv .csv',
    'ocsf .ocsf.json',
    'asff .asff.json',
  ]);
});

test.each([
  ['text', 'report.txt'],
  ['junit', 'report.xml'],
  ['markdown', 'report.md'],
  ['csv', 'report.csv'],
] as const)('%s is %s', (format, file) => {
  const expected = readFileSync(join(__dirname, 'expected', file), 'utf8');
  expect(printed(format).replaceAll('\r\n', '\n')).toBe(expected);
});

test('lines of CSV end as RFC 4180 wants it', () => {
  expect(printed('csv').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

const parsed = (format: FormatName, report?: Report) => JSON.parse(printed(format, report));
const matches = (format: FormatName, report: Report | undefined, pattern: RegExp) =>
  [...printed(format, report).matchAll(pattern)].map(([, found]) => found);

/** What each format says of the accounts, in their order. */
const VERDICTS: readonly (readonly [FormatName, (report?: Report) => unknown[], unknown[], unknown[]])[] = [
  [
    'text',
    (report) => matches(`text`, report, /^([A-Z]+) +\d{12}/gm),
    ['FAIL', 'UNKNOWN', 'COVERED', 'PASS'],
    [],
  ],
  [
    'json',
    (report) => parsed('json', report).accounts.map(({ outcome }: any) => outcome),
    ['FAIL', 'UNKNOWN', 'COVERED', 'PASS'],
    ['UNKNOWN'],
  ],
  [
    'sarif',
    (report) => {
      const [{ results, invocations }] = parsed('sarif', report).runs;
      return [...results, ...invocations[0].toolExecutionNotifications].map(({ level }) => level);
    },
    ['error', 'warning', 'note'],
    ['warning'],
  ],
  [
    'junit',
    (report) => matches('junit', report, /tests="\d+" (failures="\d+" errors="\d+" skipped="\d+")/g),
    [
      'failures="1" errors="0" skipped="16"',
      'failures="0" errors="1" skipped="25"',
      'failures="0" errors="0" skipped="1"',
      'failures="0" errors="0" skipped="0"',
    ],
    ['failures="0" errors="1" skipped="25"'],
  ],
  [
    'markdown',
    (report) => matches('markdown', report, /^#+ ([A-Z]+):/gm),
    ['FAIL', 'FAIL', 'UNKNOWN', 'COVERED', 'PASS'],
    ['UNKNOWN'],
  ],
  [
    'html',
    (report) => matches('html', report, /<td class="([A-Z]+)">/g),
    ['FAIL', 'UNKNOWN', 'COVERED', 'PASS'],
    ['UNKNOWN'],
  ],
  [
    'csv',
    (report) => [...new Set(matches('csv', report, /^\d{12},[^,]*,([A-Z]+),/gm))],
    ['FAIL', 'UNKNOWN', 'COVERED', 'PASS'],
    ['UNKNOWN'],
  ],
  [
    'ocsf',
    (report) =>
      parsed('ocsf', report).map(({ compliance }: any) => [compliance.status_id, compliance.status]),
    [
      [3, 'Fail'],
      [2, 'Warning'],
      [99, 'Covered'],
      [1, 'Pass'],
    ],
    [[2, 'Warning']],
  ],
  [
    'asff',
    (report) => parsed('asff', report).map(({ Compliance }: any) => Compliance.Status),
    ['FAILED', 'WARNING', 'NOT_AVAILABLE', 'PASSED'],
    ['WARNING'],
  ],
];

test.each(VERDICTS)('%s says of each account what it is', (_, verdicts, expected, ofSilent) => {
  expect(verdicts()).toEqual(expected);
  expect(verdicts(SILENT)).toEqual(ofSilent);
});

test('every format has a line in the table above', () => {
  expect(VERDICTS.map(([format]) => format)).toEqual(Object.keys(FORMATS));
});

test.each(Object.keys(FORMATS) as FormatName[])('%s lists what covers an account', (format) => {
  expect(printed(format)).toMatch(/\+SIEM of (<|&lt;)Ops(>|&gt;)/);
});

test('nothing that a terminal obeys gets through', () => {
  for (const format of Object.keys(FORMATS) as FormatName[]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(printed(format)).not.toMatch(/[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F]/);
  }
});

test('text keeps to the width, and breaks between words', () => {
  for (const columns of [80, 40]) {
    const long = printed('text', REPORT, { columns })
      .split('\n')
      .filter((line) => line.length > columns && line.trim().includes(' '));
    expect(long).toEqual([]);
  }
});

test('text in colour says the same', () => {
  const coloured = printed('text', REPORT, { isColoured: true });
  expect(coloured.startsWith('\u001B[31mFAIL\u001B[0m: 1 of 4 accounts')).toBe(true);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
  expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(printed('text'));
});

test('JSON has each link with its checks', () => {
  const { outcome, version, command, time, accounts } = parsed('json');
  expect([outcome, version, command, time]).toEqual(['FAIL', '1.2.3', 'audit', '2026-11-25T10:20:30.000Z']);
  const [failed, unknown, covered, passed] = accounts;
  expect(failed).toMatchObject({
    account: '111122223333',
    name: '=cmd|calc',
    places: ['net work.yaml'],
    check: 'metric-filter-pattern',
    link: 5,
    remedy: "aws logs put-metric-filter --filter-pattern '{ a || b }'",
    subject: { template: 'net work.yaml', logicalId: 'Filter' },
    compensatingRules: [{ path: 'Rule' }],
  });
  expect(failed.links.map(({ state }: any) => state)).toEqual([
    ...['holds', 'holds', 'holds', 'holds', 'broken'],
    ...['not reached', 'not reached', 'not reached'],
  ]);
  expect(failed.links[4].checks.map(({ id, state }: any) => `${id}: ${state}`)).toEqual([
    'log-group-class: holds',
    'metric-filter-pattern: broken',
    'metric-filter-value: not reached',
    'metric-filter-scope: not reached',
  ]);
  expect(unknown.links[0].state).toBe('unknown');
  expect(unknown.unreadParts).toEqual([{ origin: {}, reason: 'cloudtrail:DescribeTrails is denied' }]);
  expect(covered).toEqual({
    account: '333344445555',
    outcome: 'COVERED',
    places: [],
    covered: '+SIEM of <Ops>',
  });
  expect(passed.notes).toEqual(['an email waits for a click']);
});

test('JSON has what was read, for plan to go on from', () => {
  const [account] = REPORT.accounts;
  const evidence = { id: '111122223333', trails: [] };
  const otherEvidence = [{ id: '444455556666', topics: [] }];
  const report = { ...REPORT, accounts: [{ ...account, evidence, otherEvidence }] };
  expect(parsed('json', report).accounts[0]).toMatchObject({
    evidence: { id: '111122223333', trails: [] },
    otherEvidence: [{ id: '444455556666', topics: [] }],
  });
});

test('SARIF has rules, a file and a fingerprint of its own for each result', () => {
  const [{ tool, results, invocations }] = parsed('sarif').runs;
  const { rules, ...driver } = tool.driver;
  expect(driver).toEqual({
    name: 'nacl-change-monitor',
    semanticVersion: '1.2.3',
    informationUri: 'https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor',
  });
  expect(rules).toHaveLength(26);
  expect(rules[9]).toMatchObject({
    id: 'metric-filter-pattern',
    name: 'MetricFilterPattern',
    shortDescription: { text: 'A metric filter counts every change of a network ACL.' },
    helpUri:
      'https://github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor/blob/main/docs/checks/metric-filter-pattern.md',
  });
  expect(results.map(({ ruleId, ruleIndex }: any) => [ruleId, ruleIndex])).toEqual([
    ['metric-filter-pattern', 9],
    ['trail-all-regions', 0],
  ]);
  expect(results.map(({ locations }: any) => locations[0].physicalLocation.artifactLocation.uri)).toEqual([
    'net%20work.yaml',
    'aws-accounts/222233334444',
  ]);
  expect(results[1].message.text).toBe(
    'Not known in account 222233334444: there is no trail. The chain may be in what could not be read: cloudtrail:DescribeTrails is denied. Fix: make one.',
  );
  expect(results[0].partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{32}$/);
  expect(invocations[0].toolExecutionNotifications[0].message.text).toBe(
    'account 333344445555 is covered, and not judged: +SIEM of <Ops>',
  );
});

test.each([
  [{ source: '/home/me/app/lib/it s.ts:12', template: 'x.json' }, 'file:///home/me/app/lib/it%20s.ts', 12],
  [{ source: 'lib/stack.ts:3' }, 'lib/stack.ts', 3],
  [{ template: 'cdk.out/Sec.template.json' }, 'cdk.out/Sec.template.json', 1],
  [{ template: '../a/javascript:x.json' }, '../a/javascript%3Ax.json', 1],
  [undefined, 'net%20work.yaml', 1],
])('SARIF finds %j in %s, line %d', (subject, uri, startLine) => {
  const [{ result, places }] = REPORT.accounts;
  const broken = { check: result.results[8].check, finding: fail('it never fires', 'mend it', subject) };
  const account = { result: { ...result, results: [broken], broken }, places };
  const [{ results }] = parsed('sarif', { ...REPORT, accounts: [account] }).runs;
  expect(results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri },
    region: { startLine },
  });
});

test('ASFF has the partition of the region, and ids that stay', () => {
  const findings = parsed('asff');
  expect(findings.map(({ Id, ProductArn }: any) => [Id, ProductArn])[0]).toEqual([
    'nacl-change-monitor/111122223333/network-acl-changes',
    'arn:aws-us-gov:securityhub:us-gov-west-1:111122223333:product/111122223333/default',
  ]);
  expect(findings[2].ProductArn).toMatch(/^arn:aws:securityhub:us-east-1:333344445555:/); // nothing was read of it
  for (const { Description, Title } of findings) {
    expect(Description.length).toBeLessThanOrEqual(1024);
    expect(Title).toBe('Network ACL changes are monitored');
  }
});

test('ASFF takes no account that is not known', () => {
  const [account] = REPORT.accounts;
  const result = { ...account.result, account: '${AWS::AccountId}' };
  expect(() => printed('asff', { ...REPORT, accounts: [{ ...account, result }] })).toThrow(
    'Security Hub takes findings of known accounts alone: say with --account which one it is',
  );
});

test('HTML has no outside address, no script, and each id once', () => {
  const html = printed('html');
  expect(html.replaceAll('http://evil.example', '')).not.toMatch(/https?:|<script|<link|<img|url\(|@import/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const referred = [...html.matchAll(/aria-labelledby="([^"]*)"/g)].map(([, id]) => id);
  expect(referred).toHaveLength(3);
  expect(ids).toEqual(expect.arrayContaining(referred));
});
