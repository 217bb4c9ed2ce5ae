import { CONTROL } from '../../../src/control/network-acl-changes';
import { placeText } from '../../../src/report/text';
import { accountMessage } from '../account-message';
import { HOME, pageOf } from '../addresses';
import { type JudgedCheck, linksOf, problemsOf, type State } from '../links';
import { type JudgedAccount, type Report, type Standing, standingOf } from '../report';

/** Compliance Finding, created: https://schema.ocsf.io/1.6.0/classes/compliance_finding */
const CLASS = {
  category_uid: 2,
  category_name: 'Findings',
  class_uid: 2003,
  class_name: 'Compliance Finding',
  activity_id: 1,
  activity_name: 'Create',
  type_uid: 200301,
  type_name: 'Compliance Finding: Create',
} as const;

/** What is not known is a warning, and what is not judged neither passes nor fails: https://schema.ocsf.io/1.6.0/objects/compliance */
const COMPLIANCE: Readonly<Record<Standing, { readonly status_id: number; readonly status: string }>> = {
  PASS: { status_id: 1, status: 'Pass' },
  UNKNOWN: { status_id: 2, status: 'Warning' },
  FAIL: { status_id: 3, status: 'Fail' },
  COVERED: { status_id: 99, status: 'Covered' },
};

const OF_CHECK: Readonly<Record<State, { readonly status_id: number; readonly status: string }>> = {
  holds: COMPLIANCE.PASS,
  unknown: COMPLIANCE.UNKNOWN,
  broken: COMPLIANCE.FAIL,
  'not reached': { status_id: 0, status: 'Unknown' },
};

const SEVERITY: Readonly<Record<Standing, { readonly severity_id: number; readonly severity: string }>> = {
  PASS: { severity_id: 1, severity: 'Informational' },
  COVERED: { severity_id: 1, severity: 'Informational' },
  UNKNOWN: { severity_id: 2, severity: 'Low' },
  FAIL: { severity_id: 3, severity: 'Medium' },
};

/** A finding an account, in the Open Cybersecurity Schema Framework. */
export function ocsf(report: Report): string {
  return `${JSON.stringify(
    report.accounts.map((account) => findingOf(account, report)),
    undefined,
    2,
  )}\n`;
}

function findingOf(account: JudgedAccount, { version, time }: Report) {
  const { result, name, covered } = account;
  const standing = standingOf(account);
  const problems = covered === undefined ? problemsOf(account) : [];
  const [problem] = problems;
  const message = accountMessage(account);
  const id = `nacl-change-monitor/${result.account}`;
  return {
    ...CLASS,
    ...SEVERITY[standing],
    ...(standing === 'COVERED' ? { status_id: 3, status: 'Suppressed' } : { status_id: 1, status: 'New' }),
    time: time.getTime(),
    message,
    metadata: {
      version: '1.6.0',
      profiles: ['cloud'],
      product: {
        name: 'nacl-change-monitor',
        vendor_name: 'cdk-nacl-change-monitor',
        version,
        url_string: HOME,
      },
    },
    finding_info: {
      uid: id,
      title: 'Network ACL changes are monitored',
      desc: message,
      types: ['Software and Configuration Checks'],
      created_time: time.getTime(),
    },
    cloud: {
      provider: 'AWS',
      account: { uid: result.account, ...(name !== undefined && { name }), type: 'AWS Account', type_id: 10 },
    },
    resources: [{ uid: result.account, type: 'AwsAccount' }],
    compliance: {
      ...COMPLIANCE[standing],
      status_detail: message,
      ...(problems.length > 0 && { status_details: problems.map(reasonOf) }),
      control: CONTROL.securityHub,
      standards: ['CIS AWS Foundations'],
      requirements: [CONTROL.benchmark],
      ...(covered === undefined && { checks: linksOf(account).flatMap(({ checks }) => checks.map(checkOf)) }),
    },
    ...(problem?.remedy !== undefined && {
      remediation: { desc: problem.remedy, references: [pageOf(problem.check)] },
    }),
  };
}

function checkOf({ check, state }: JudgedCheck) {
  return { uid: check.id, name: check.id, desc: check.title, ...OF_CHECK[state] };
}

function reasonOf({ check, finding }: JudgedCheck): string {
  return `${check.id}: ${finding?.reason}${placeText(finding?.subject)}`;
}
