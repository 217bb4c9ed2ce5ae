import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { NaclChangeMonitorProps } from '../src';
import { NaclChangeMonitor } from '../src';
import type { CloudFormationTemplate } from './deploy';

/** Filter, metric, namespace and alarm never share a name here: joining the wrong two has to show. */
export const METRIC_NAMESPACE = 'Security/Subnets';
export const METRIC_NAME = 'PacketFilterEdits';
export const ALARM_NAME = 'a-subnet-was-opened-or-closed';

/** The template of a stack that `build` fills. */
export function synthesize(build: (stack: Stack) => void): CloudFormationTemplate {
  const outdir = mkdtempSync(join(tmpdir(), 'synthesized-'));
  try {
    const app = new App({ outdir });
    build(new Stack(app, 'Synthesized'));
    return app.synth().getStackByName('Synthesized').template;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** A monitor with one subscription; `props` in addition or instead. */
export function monitor(stack: Stack, props: Partial<NaclChangeMonitorProps> = {}): NaclChangeMonitor {
  return new NaclChangeMonitor(stack, 'Monitor', {
    subscriptions: [new EmailSubscription('security@example.com')],
    metricNamespace: METRIC_NAMESPACE,
    metricName: METRIC_NAME,
    ...props,
    alarm: { alarmName: ALARM_NAME, ...props.alarm },
  });
}
