import {
  App,
  BootstraplessSynthesizer,
  CliCredentialsStackSynthesizer,
  DefaultStackSynthesizer,
  LegacyStackSynthesizer,
  NestedStack,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { NaclChangeMonitor } from '../../src';
import { monitored, only, WEBHOOK } from './monitored-stack';
import { readable } from './readable';

const make = (stack: Stack, id = 'NaclChanges') =>
  new NaclChangeMonitor(stack, id, { subscriptions: [WEBHOOK()] });

function newProjectFlags(): Record<string, unknown> {
  // What `cdk init` writes into cdk.json.
  return require('aws-cdk-lib/recommended-feature-flags.json');
}

test.each([
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['eu-central-2', 'aws', 'amazonaws.com'],
])('%s: no ARN or principal of another partition', (region, partition, suffix) => {
  const { stack } = monitored({}, { env: { account: '111122223333', region } });
  const text = JSON.stringify(readable(Template.fromStack(stack).toJSON().Resources))
    .replaceAll('${AWS::Partition}', partition)
    .replaceAll('${AWS::URLSuffix}', suffix);
  const arns = text.match(/arn:[\w-]+:/g) ?? [];
  expect(arns.length).toBeGreaterThan(5);
  expect(new Set(arns)).toEqual(new Set([`arn:${partition}:`]));
  expect(text).toContain(`"logs.${region}.${suffix}"`);
});

test.each([
  ['default', () => new DefaultStackSynthesizer()],
  ['legacy', () => new LegacyStackSynthesizer()],
  ['bootstrapless', () => new BootstraplessSynthesizer()],
  ['CLI credentials', () => new CliCredentialsStackSynthesizer()],
])('%s synthesizer: the same resources', (_, synthesizer) => {
  const { stack } = monitored({}, { synthesizer: synthesizer() });
  expect(Template.fromStack(stack).toJSON().Resources).toEqual(
    Template.fromStack(monitored().stack).toJSON().Resources,
  );
});

test('with the feature flags of a new project: the chain is the same', () => {
  const flags = newProjectFlags();
  expect(Object.keys(flags).length).toBeGreaterThan(20);
  const stack = new Stack(new App({ context: flags }), 'Security');
  make(stack);
  const plain = new Stack(new App(), 'Security');
  make(plain);
  for (const type of [
    'AWS::CloudTrail::Trail',
    'AWS::Logs::MetricFilter',
    'AWS::CloudWatch::Alarm',
    'AWS::KMS::Key',
  ]) {
    expect(only(stack, type).Properties).toEqual(only(plain, type).Properties);
  }
});

describe('names do not collide', () => {
  const metric = (monitor: NaclChangeMonitor) => `${monitor.metric.namespace} ${monitor.metric.metricName}`;
  const names = (stack: Stack, type: string, property: string) =>
    Object.values(Template.fromStack(stack).findResources(type)).map((one) =>
      readable(one.Properties[property]),
    );

  test('two monitors in one stack', () => {
    const stack = new Stack(new App(), 'Security');
    expect(metric(make(stack, 'One'))).not.toBe(metric(make(stack, 'Two')));
    expect(new Set(names(stack, 'AWS::CloudTrail::Trail', 'TrailName')).size).toBe(2);
    expect(new Set(names(stack, 'AWS::Logs::LogGroup', 'LogGroupName')).size).toBe(2);
  });

  test('two stacks of one account, plain, in Stages and nested', () => {
    const app = new App();
    const places = [
      new Stack(app, 'One'),
      new Stack(app, 'Two'),
      new Stack(new Stage(app, 'Test'), 'One'),
      new Stack(new Stage(app, 'Prod'), 'One'),
      new NestedStack(new Stack(app, 'Parent1'), 'Nested'),
      new NestedStack(new Stack(app, 'Parent2'), 'Nested'),
    ];
    expect(new Set(places.map((place) => metric(make(place)))).size).toBe(6);
    app.synth();
  });

  test('ids that CloudTrail would refuse as names', () => {
    const stack = new Stack(new App(), 'Security-');
    make(stack, '--ACL--');
    const [name] = names(stack, 'AWS::CloudTrail::Trail', 'TrailName');
    expect(name).toMatch(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/);
  });
});

test('same input, same template, byte for byte', () => {
  const template = () => JSON.stringify(Template.fromStack(monitored().stack).toJSON());
  expect(template()).toBe(template());
});

test('the template fits into the body of a CreateStack and CreateStackSet call', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  expect(JSON.stringify(Template.fromStack(monitored().stack).toJSON(), undefined, 1).length).toBeLessThan(
    51_200,
  );
});
