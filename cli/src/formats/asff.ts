import { CONTROL } from '../../../src/control/network-acl-changes';
import { partitionOfRegion } from '../../../src/field/partition';
import { accountMessage } from '../account-message';
import { pageOf } from '../addresses';
import { problemsOf } from '../links';
import { printable } from '../printable';
import { type JudgedAccount, type Report, type Standing, standingOf } from '../report';
import { UsageError } from '../usage-error';

/**
 * What is not known has not passed, and the warning says that information is missing. An account that is covered is not
 * suppressed by its workflow: `BatchImportFindings` sets that of new findings alone, so that it would stay suppressed when the
 * account is covered no longer.
 *
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Compliance.html
 */
const COMPLIANCE: Readonly<Record<Standing, string>> = {
  PASS: 'PASSED',
  FAIL: 'FAILED',
  UNKNOWN: 'WARNING',
  COVERED: 'NOT_AVAILABLE',
};

const SEVERITY: Readonly<Record<Standing, string>> = {
  PASS: 'INFORMATIONAL',
  FAIL: 'LOW', // as Security Hub rates CloudWatch.11
  UNKNOWN: 'INFORMATIONAL',
  COVERED: 'INFORMATIONAL',
};

/**
 * A finding an account, in the AWS Security Finding Format: the list that `BatchImportFindings` takes, at most 100 at once and
 * those of one account with its own credentials.
 *
 * @see https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html
 * @throws UsageError where an account is not known
 */
export function asff(report: Report): string {
  return `${JSON.stringify(
    report.accounts.map((account) => findingOf(account, report)),
    undefined,
    2,
  )}\n`;
}

function findingOf(judged: JudgedAccount, { version, time }: Report) {
  const { account } = judged.result;
  if (!/^\d{12}$/.test(account)) {
    throw new UsageError(
      'Security Hub takes findings of known accounts alone: say with --account which one it is',
    );
  }
  const standing = standingOf(judged);
  const region = regionOf(judged);
  const partition = partitionOfRegion(region).name;
  const [problem] = judged.covered === undefined ? problemsOf(judged) : [];
  return {
    SchemaVersion: '2018-10-08',
    Id: `nacl-change-monitor/${account}/network-acl-changes`,
    ProductArn: `arn:${partition}:securityhub:${region}:${account}:product/${account}/default`,
    ProductName: 'nacl-change-monitor',
    GeneratorId: 'nacl-change-monitor',
    AwsAccountId: account,
    Region: region,
    Types: [
      'Software and Configuration Checks/Industry and Regulatory Standards/CIS AWS Foundations Benchmark',
    ],
    CreatedAt: time.toISOString(),
    UpdatedAt: time.toISOString(),
    Severity: { Label: SEVERITY[standing] },
    Title: 'Network ACL changes are monitored',
    Description: cut(accountMessage(judged), 1024),
    ...(problem?.remedy !== undefined && {
      Remediation: { Recommendation: { Text: cut(problem.remedy, 512), Url: pageOf(problem.check) } },
    }),
    ProductFields: {
      'nacl-change-monitor/version': version,
      ...(problem && {
        'nacl-change-monitor/check': problem.check.id,
        'nacl-change-monitor/link': String(problem.check.link),
      }),
    },
    Resources: [
      { Type: 'AwsAccount', Id: `AWS::::Account:${account}`, Partition: partition, Region: region },
    ],
    Compliance: {
      Status: COMPLIANCE[standing],
      RelatedRequirements: [CONTROL.benchmark, `Security Hub ${CONTROL.securityHub}`],
    },
    RecordState: 'ACTIVE',
  };
}

/** Where the trail is, or what was read; a control of the whole account belongs to no region more than to another. */
function regionOf({ result: { trailRegion = '' }, places }: JudgedAccount): string {
  return [trailRegion, ...places].find((place) => /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(place)) ?? 'us-east-1';
}

/** Security Hub refuses what is longer. */
function cut(text: string, length: number): string {
  const plain = printable(text);
  return plain.length <= length ? plain : `${plain.slice(0, length - 1)}…`;
}
