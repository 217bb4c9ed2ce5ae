import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { NaclChangeMonitor } from '../../../src';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
const TEMPLATE_BODY = 51_200;
const CODE = 16 * 1024;

/** What CloudFormation takes as a body, with every option and code of the size that it may have at most. */
function bytesOf(context: Record<string, boolean>, suppressTemplateIndentation: boolean) {
  const outdir = mkdtempSync(join(tmpdir(), 'template-size-'));
  try {
    const app = new App({ outdir, context });
    const stack = new Stack(app, 'NaclChanges', { suppressTemplateIndentation });
    const subscriptions = [new EmailSubscription('security@example.com')];
    const monitor = new NaclChangeMonitor(stack, 'Monitor', {
      subscriptions,
      notices: {
        subscriptions,
        chat: true,
        lookUp: true,
        dashboard: true,
        savedQuery: true,
        ignorePrincipals: ['arn:aws:iam::*:role/pipelines/*'],
      },
    });
    const resource = monitor.node.findChild('Notices').node.findChild('Function') as CfnFunction;
    const { zipFile = '' } = resource.code as CfnFunction.CodeProperty;
    // As many quotes and backslashes, which the template writes as two characters, as the code has.
    resource.code = { zipFile: zipFile.repeat(Math.ceil(CODE / zipFile.length)).slice(0, CODE) };
    const assembly = app.synth();
    expect(assembly.getStackByName('NaclChanges').assets).toEqual([]);
    return readFileSync(assembly.getStackByName('NaclChanges').templateFullPath).length;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const CLI = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:version-reporting': true };

test.each([
  ['as an app writes it', {}, false],
  ['with what the CDK’s command line adds, without indentation', CLI, true],
])(
  'with all options and 16 KiB of code CloudFormation takes the template as a body: %s',
  (_, context, flat) => {
    expect(bytesOf(context, flat)).toBeLessThan(TEMPLATE_BODY);
  },
);

test('the code that is shipped is at most 16 KiB', () => {
  const code = readFileSync(resolve(__dirname, '../../../lib/notice/notice.lambda.js'));
  expect(code.length).toBeLessThanOrEqual(CODE);
});
