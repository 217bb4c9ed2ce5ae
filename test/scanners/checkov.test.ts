import type { NaclChangeMonitor } from '../../src';
import { type DefaultOptions, queueSubscription, synthesizeDefault } from './default-template';
import { expectDocumented, type Finding } from './findings';
import { describeScanner } from './python-scanner';

interface Report {
  readonly results: { readonly failed_checks: { readonly check_id: string; readonly resource: string }[] };
}

const CHECKOV = {
  name: 'checkov',
  requirements: 'requirements-checkov.txt',
  run: [
    '-m',
    'checkov.main',
    '--framework',
    'cloudformation',
    '--skip-download',
    '--quiet',
    '--output',
    'json',
  ],
  skipped: process.env.CI === 'true' ? undefined : 'it installs 220 MiB, so it runs only with CI=true',
};

describeScanner(CHECKOV, (scan, version) => {
  function failedChecks(options?: DefaultOptions): Finding[] {
    const { file, pathOf } = synthesizeDefault(options);
    const { results } = scan('--file', file) as Report;
    return results.failed_checks.map(({ check_id, resource }) => ({
      rule: check_id,
      resource: pathOf(resource.split('.')[1]),
    }));
  }

  test.each([
    ['an email address', {}],
    ['a queue', { subscription: queueSubscription }],
    ['notices', { notices: true }],
  ])('with %s it finds nothing but what is documented', (_, options) => {
    const scope = 'All checks for CloudFormation that need no account with its maker';
    expectDocumented({ name: CHECKOV.name, version, scope }, failedChecks(options), options);
  });

  test('sees a trail without log file validation', () => {
    const change = ({ trail }: NaclChangeMonitor) =>
      trail?.addPropertyOverride('EnableLogFileValidation', false);
    expect(failedChecks({ change })).toContainEqual({ rule: 'CKV_AWS_36', resource: 'NaclChanges/Trail' });
  });
});
