import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeErrors } from '../type-errors';

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
  expect(typeErrors([[SURROUNDINGS, ...classes].join('\n')])).toEqual([]);
});
