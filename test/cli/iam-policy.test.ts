import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Under which prefix IAM knows what a client calls. */
const PREFIXES: Readonly<Record<string, string>> = {
  'client-cloudtrail': 'cloudtrail',
  'client-cloudwatch': 'cloudwatch',
  'client-cloudwatch-logs': 'logs',
  'client-eventbridge': 'events',
  'client-iam': 'iam',
  'client-kms': 'kms',
  'client-lambda': 'lambda',
  'client-organizations': 'organizations',
  'client-sns': 'sns',
  'client-sqs': 'sqs',
  'client-sts': 'sts',
};

/** Every call that the files of a folder make: what they import says it. */
function callsIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true }).map(String);
  const calls = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      const imports = text.matchAll(/import (?:type )?\{([^}]*)\} from '@aws-sdk\/([\w-]+)'/g);
      return [...imports].flatMap(([, names, client]) =>
        [...names.matchAll(/\b(?:paginate(\w+)|(\w+)Command)\b(?!Input|Output)/g)].map(
          ([, paginated, sent]) => `${PREFIXES[client]}:${paginated ?? sent}`,
        ),
      );
    });
  return [...new Set(calls)].sort();
}

function allowedBy(...files: string[]): string[] {
  const actions = files.flatMap((file) => {
    const { Statement } = JSON.parse(readFileSync(join(ROOT, 'docs', file), 'utf8'));
    return Statement.flatMap(({ Action }: { Action: string | string[] }) => Action);
  });
  return [...new Set(actions)].sort();
}

test('the policies allow every call of audit and changes, and nothing else', () => {
  // Everybody may ask who they are.
  const calls = callsIn('cli/src/live').filter((call) => call !== 'sts:GetCallerIdentity');
  expect(allowedBy('iam-policy.json', 'iam-policy-organization.json', 'iam-policy-changes.json')).toEqual(
    calls,
  );
});

test('the policy of a plan allows the calls that it makes beside those of an audit, and nothing else', () => {
  const audit = callsIn('cli/src/live');
  expect(allowedBy('iam-policy-plan.json')).toEqual(
    callsIn('cli/src/plan').filter((call) => !audit.includes(call)),
  );
});

test('the policy of a drill allows its calls, and nothing else', () => {
  // Those of EC2 are made by hand: no client of the SDK is imported for them.
  const ofEc2 = readFileSync(join(ROOT, 'cli/src/drill/network-acl.ts'), 'utf8').matchAll(
    /callEc2\(session, '(\w+)'/g,
  );
  const calls = [...callsIn('cli/src/drill'), ...[...ofEc2].map(([, call]) => `ec2:${call}`)];
  expect(allowedBy('iam-policy-drill.json')).toEqual(calls.sort());
});
