import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');
const PAGES = join(ROOT, 'docs/checks');

/** What the snippets of the pages take for granted. */
const SURROUNDINGS = `
import { Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { type CfnMetricFilter, FilterPattern, LogGroup, LogGroupClass, MetricFilter, type MetricFilterProps } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { NaclChangeMonitor } from './src';
declare const alarm: Alarm, key: Key, logGroup: LogGroup, metric: IMetric, metricFilter: MetricFilter, queue: Queue;
declare const rest: MetricFilterProps, role: Role, s3BucketName: string, topic: Topic, trailArn: string;
`;

test('every page has a snippet, and all of them compile', () => {
  const pages = readdirSync(PAGES).filter((name) => name !== 'README.md');
  const classes = pages.map((name, index) => {
    const [, snippet] = /^```ts\n(.*?)^```$/ms.exec(readFileSync(join(PAGES, name), 'utf8')) ?? [];
    expect([name, snippet]).toEqual([name, expect.any(String)]);
    return `export class Page${index} extends Stack { mend() {\n${snippet}\n} }`;
  });
  expect(errorsIn([SURROUNDINGS, ...classes].join('\n'))).toEqual([]);
});

/** Type checks a file that is not there, as if it stood in the top folder. */
function errorsIn(text: string): string[] {
  const file = join(ROOT, 'snippets-of-checks.ts');
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const settings = { ...options, noEmit: true, noUnusedLocals: false, skipLibCheck: true };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...others) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...others);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], settings, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
