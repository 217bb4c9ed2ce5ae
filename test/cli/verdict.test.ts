import type { JudgedAccount, Report } from '../../cli/src/report';
import { verdictOf, verdictText } from '../../cli/src/verdict';

type Standing = 'FAIL' | 'UNKNOWN' | 'COVERED' | 'PASS';

function reportOf(command: Report['command'], ...standings: Standing[]): Report {
  const accounts = standings.map((standing, i): JudgedAccount => {
    const outcome = standing === 'COVERED' ? 'FAIL' : standing;
    const result = {
      account: `11112222333${i}`,
      outcome,
      results: [],
      partNames: {},
      unreadParts: [],
      compensatingRules: [],
    };
    return { result, places: [], ...(standing === 'COVERED' && { covered: 'SIEM' }) };
  });
  return { command, version: '0.0.0', time: new Date(0), accounts };
}

const SOUND = 'a sound chain that reports network ACL changes';

test.each<[Report['command'], Standing[], string, string]>([
  ['check', ['FAIL'], 'FAIL', 'account 111122223330 has no sound chain that reports network ACL changes'],
  ['audit', ['FAIL', 'PASS'], 'FAIL', '1 of 2 accounts has no sound chain that reports network ACL changes'],
  [
    'audit',
    ['FAIL', 'FAIL', 'UNKNOWN'],
    'FAIL',
    '2 of 3 accounts have no sound chain that reports network ACL changes',
  ],
  [
    'check',
    ['UNKNOWN'],
    'UNKNOWN',
    'whether a sound chain in account 111122223330 reports network ACL changes is not known before deployment',
  ],
  [
    'audit',
    ['UNKNOWN', 'COVERED', 'PASS'],
    'UNKNOWN',
    'whether a sound chain reports network ACL changes is not known in 1 of 3 accounts',
  ],
  ['audit', ['COVERED'], 'COVERED', 'account 111122223330 is covered by something else'],
  ['audit', ['COVERED', 'COVERED'], 'COVERED', 'all accounts are covered by something else'],
  ['audit', ['COVERED', 'PASS'], 'PASS', `all accounts have ${SOUND}, or are covered by something else`],
  ['audit', ['PASS', 'PASS'], 'PASS', `all 2 accounts have ${SOUND}`],
  ['audit', ['PASS'], 'PASS', `account 111122223330 has ${SOUND}`],
])('%s, %j: %s', (command, standings, verdict, text) => {
  const report = reportOf(command, ...standings);
  expect(verdictOf(report)).toBe(verdict);
  expect(verdictText(report)).toBe(text);
});

test('no account at all is no PASS', () => {
  expect(verdictOf(reportOf('audit'))).toBe('UNKNOWN');
});
