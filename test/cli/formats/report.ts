import type { JudgedAccount, Report } from '../../../cli/src/report';
import { fail, note, PASS, type Result, unknown } from '../../../src/audit/check';
import { CHECKS } from '../../../src/audit/checks';

/** What each format would obey, if it let it. */
const HOSTILE =
  'a|b\\|`c` ``` <script>alert(1)</script> "q" \'s\' & ]]> =1+1 @someone [x](http://evil.example) # \u001B[31m\u0007\n\r\n--- \uD800 end';

const ALL_PASS: readonly Result[] = CHECKS.map((check) => ({ check, finding: PASS }));
const WHERE = { template: 'net work.yaml', logicalId: 'Filter' };
const NOTHING = { unreadParts: [], compensatingRules: [] };

function resultsWith(id: string, finding: Result['finding']): { results: Result[]; broken: Result } {
  const at = CHECKS.findIndex((check) => check.id === id);
  const broken = { check: CHECKS[at], finding };
  return { results: [...ALL_PASS.slice(0, at), broken], broken };
}

const FAILED: JudgedAccount = {
  result: {
    account: '111122223333',
    outcome: 'FAIL',
    ...resultsWith('metric-filter-pattern', fail(`the pattern of ${HOSTILE} never fires`, 'not this', WHERE)),
    partNames: { trail: `trail "${HOSTILE}"`, metricFilters: `metric filter ${HOSTILE}` },
    trailRegion: 'us-gov-west-1',
    ...NOTHING,
    compensatingRules: [{ origin: { path: 'Rule' } }] as never,
  },
  name: '=cmd|calc',
  places: ['net work.yaml'],
  remedy: "aws logs put-metric-filter --filter-pattern '{ a || b }'",
};

const NOT_KNOWN: JudgedAccount = {
  result: {
    account: '222233334444',
    outcome: 'UNKNOWN',
    // A chain that is broken in what was read may be whole in what was not.
    ...resultsWith('trail-all-regions', fail('there is no trail', 'make one')),
    partNames: {},
    ...NOTHING,
    unreadParts: [{ origin: {}, reason: 'cloudtrail:DescribeTrails is denied' }],
  },
  places: ['us-gov-west-1'],
};

const COVERED: JudgedAccount = {
  result: {
    account: '333344445555',
    outcome: 'UNKNOWN',
    ...resultsWith('trail-all-regions', unknown('not read', 'read it')),
    partNames: {},
    ...NOTHING,
  },
  covered: '+SIEM of <Ops>',
  places: [],
};

const PASSED: JudgedAccount = {
  result: {
    account: '444455556666',
    outcome: 'PASS',
    results: ALL_PASS.map((result) =>
      result.check.id === 'subscription'
        ? { ...result, finding: note('an email waits for a click') }
        : result,
    ),
    partNames: { trail: 'trail "events"' },
    trailRegion: 'us-gov-west-1',
    ...NOTHING,
  },
  name: 'Sandbox',
  places: ['us-gov-west-1'],
};

/** One account of each standing, as an audit or a check leaves them. */
export const REPORT: Report = {
  command: 'audit',
  version: '1.2.3',
  time: new Date('2026-11-25T10:20:30.000Z'),
  accounts: [FAILED, NOT_KNOWN, COVERED, PASSED],
};

/** What is not known, and nothing says why. */
export const SILENT: Report = {
  ...REPORT,
  accounts: [
    {
      result: { account: '222233334444', outcome: 'UNKNOWN', results: [], partNames: {}, ...NOTHING },
      places: [],
    },
  ],
};
