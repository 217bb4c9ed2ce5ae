import type { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks } from 'cdk-nag';
import { version } from 'cdk-nag/package.json';
import type { NaclChangeMonitor } from '../../src';
import {
  pathInStack,
  queueSubscription,
  type SynthesizedTemplate,
  synthesizeDefault,
} from './default-template';
import { expectDocumented, type Finding } from './findings';

const PACKS = [AwsSolutionsChecks, NIST80053R5Checks, HIPAASecurityChecks, PCIDSS321Checks];
const plugins = (app: App) => PACKS.map((Pack) => new Pack(app));

function findingsOf({ reports }: SynthesizedTemplate): Finding[] {
  // From CDK 2.262 on the report can hold CDK's own part as well: test/newest-cdk/validation.newest.ts.
  return reports
    .flatMap((report) => report.violations)
    .filter(({ ruleName }) => /^(AwsSolutions|NIST\.|HIPAA\.|PCI\.)/.test(ruleName))
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map((one) => ({ rule: ruleName, resource: pathInStack(one.constructPath) })),
    );
}

test.each([
  ['an email address', {}],
  ['a queue', { subscription: queueSubscription }],
  ['notices', { notices: true }],
])('with %s it finds nothing but what is documented', (_, options) => {
  const found = findingsOf(synthesizeDefault({ plugins, ...options }));
  const scope = 'The packs AwsSolutions, NIST 800-53 R5, HIPAA Security and PCI DSS 3.2.1';
  expectDocumented({ name: 'cdk-nag', version, scope }, found, options);
});

test('each pack sees a bucket without a TLS-only policy', () => {
  const change = ({ accessLogsBucket }: NaclChangeMonitor) => {
    accessLogsBucket?.node.tryRemoveChild('Policy');
  };
  const resource = 'NaclChanges/AccessLogsBucket';
  expect(findingsOf(synthesizeDefault({ plugins, change }))).toEqual(
    expect.arrayContaining([
      { rule: 'AwsSolutions-S10', resource },
      { rule: 'NIST.800.53.R5-S3BucketSSLRequestsOnly', resource },
      { rule: 'HIPAA.Security-S3BucketSSLRequestsOnly', resource },
      { rule: 'PCI.DSS.321-S3BucketSSLRequestsOnly', resource },
    ]),
  );
});

test('no resource carries a suppression', () => {
  const { Resources } = JSON.parse(synthesizeDefault().text);
  const metadata = Object.values(Resources as Record<string, { Metadata?: unknown }>).map(
    (resource) => resource.Metadata,
  );
  expect(metadata.filter((one) => one !== undefined)).toEqual([]);
});
