import { App, Duration, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { NaclChangeMonitor, type NaclChangeMonitorProps } from '../../src';
import { WEBHOOK } from './monitored-stack';

// What the runtimes of jsii tell the process in which this code runs.
const PYTHON = 'Python/3.11.7';
const GO = 'go1.25.1/linux/amd64';
const DOTNET = 'DotNet/8.0.11/.NETCoreApp,Version=v8.0/1.0.0.0';
const JAVA = 'Java/17.0.13';

const before = process.env.JSII_AGENT;
afterEach(() => {
  if (before === undefined) delete process.env.JSII_AGENT;
  else process.env.JSII_AGENT = before;
});

const errorOf = (agent: string | undefined, props: (stack: Stack) => Partial<NaclChangeMonitorProps>) => {
  if (agent === undefined) delete process.env.JSII_AGENT;
  else process.env.JSII_AGENT = agent;
  const stack = new Stack(new App(), 'Security');
  try {
    new NaclChangeMonitor(stack, 'NaclChanges', { subscriptions: [WEBHOOK()], ...props(stack) });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was not refused');
};

test.each([
  [undefined, 'leave trail.objectLockRetention out, or leave trail.bucket out.'],
  [JAVA, 'leave trail.objectLockRetention out, or leave trail.bucket out.'],
  [PYTHON, 'leave trail.object_lock_retention out, or leave trail.bucket out.'],
  [GO, 'leave Trail.ObjectLockRetention out, or leave Trail.Bucket out.'],
  [DOTNET, 'leave Trail.ObjectLockRetention out, or leave Trail.Bucket out.'],
  ['Rust/1.90', 'leave trail.objectLockRetention out, or leave trail.bucket out.'],
])('agent %s: the remedy names properties as its users write them', (agent, remedy) => {
  const said = errorOf(agent, (stack) => ({
    trail: { bucket: new Bucket(stack, 'B'), objectLockRetention: Duration.days(1) },
  }));
  expect(said).toBe(`Security/NaclChanges: Object Lock is set up with the bucket that is made: ${remedy}`);
});

test.each([
  [undefined, 'pass subscriptions, such as one of an email address, or a topic that has some.'],
  [PYTHON, 'pass subscriptions, such as one of an email address, or a topic that has some.'],
  [GO, 'pass Subscriptions, such as one of an email address, or a Topic that has some.'],
])('agent %s: who passes nothing reads no code of another language', (agent, remedy) => {
  expect(errorOf(agent, () => ({ subscriptions: undefined }))).toBe(
    `Security/NaclChanges: nobody would hear the alarm: ${remedy}`,
  );
});

test.each([
  [PYTHON, 'metric_name'],
  [GO, 'MetricName'],
])('agent %s: a value is shown as it was passed', (agent, property) => {
  expect(errorOf(agent, () => ({ metricName: 'aB:metricName' }))).toBe(
    `Security/NaclChanges: ${property} is "aB:metricName" and must be 1 to 255 printable ASCII characters without : * and $.`,
  );
});
