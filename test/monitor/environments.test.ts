import { readFileSync } from 'node:fs';
import {
  App,
  BootstraplessSynthesizer,
  CliCredentialsStackSynthesizer,
  DefaultStackSynthesizer,
  type IStackSynthesizer,
  LegacyStackSynthesizer,
  NestedStack,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AssetManifestArtifact, CURRENTLY_RECOMMENDED_FLAGS } from 'aws-cdk-lib/cx-api';
import { NaclChangeMonitor } from '../../src';
import { monitored, only, WEBHOOK } from './monitored-stack';
import { readable } from './readable';

const make = (stack: Stack, id = 'NaclChanges') =>
  new NaclChangeMonitor(stack, id, { subscriptions: [WEBHOOK()] });

// What `cdk init` writes into cdk.json.
const RECOMMENDED: Record<string, unknown> = require('aws-cdk-lib/recommended-feature-flags.json');

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

test.each<[string, () => IStackSynthesizer, string[]]>([
  ['default', () => new DefaultStackSynthesizer(), ['Security.template.json']],
  ['legacy', () => new LegacyStackSynthesizer(), []],
  ['bootstrapless', () => new BootstraplessSynthesizer(), []],
  ['CLI credentials', () => new CliCredentialsStackSynthesizer(), ['Security.template.json']],
])(
  '%s synthesizer: the same resources, and no asset but the template itself',
  (_, synthesizer, templateUploads) => {
    const { stack } = monitored({}, { synthesizer: synthesizer() });
    expect(Template.fromStack(stack).toJSON().Resources).toEqual(
      Template.fromStack(monitored().stack).toJSON().Resources,
    );
    const assembly = (stack.node.root as App).synth();
    expect(assembly.getStackByName('Security').assets).toEqual([]);
    // Those that upload the template themselves list it, and every asset, in a manifest beside the stack.
    const manifests = assembly.artifacts.filter(AssetManifestArtifact.isAssetManifestArtifact);
    const uploads = manifests.flatMap(({ contents: { files = {}, dockerImages = {} } }) => [
      ...Object.values(files).map(({ source }) => source.path),
      ...Object.keys(dockerImages),
    ]);
    expect(uploads).toEqual(templateUploads);
  },
);

test.each([
  ['cdk init writes into cdk.json', RECOMMENDED],
  ['cx-api recommends', CURRENTLY_RECOMMENDED_FLAGS],
])('with the feature flags that %s: the resources are the same', (_, context) => {
  expect(Object.keys(context).length).toBeGreaterThan(20);
  const [plain, flagged] = [new App(), new App({ context })].map((app) => {
    const stack = new Stack(app, 'Security');
    make(stack);
    return Template.fromStack(stack).toJSON().Resources;
  });
  expect(flagged).toEqual(plain);
});

test.each([
  ['a Stage', (app: App) => new Stack(new Stage(app, 'Prod'), 'Security')],
  ['a nested stack', (app: App) => new NestedStack(new Stack(app, 'Parent'), 'Nested')],
])('in %s: the whole chain', (_, place) => {
  const stack = place(new App());
  make(stack);
  const types = Object.values<any>(Template.fromStack(stack).toJSON().Resources).map(({ Type }) => Type);
  expect(new Set(types)).toEqual(
    new Set(Object.values<any>(Template.fromStack(monitored().stack).toJSON().Resources).map((r) => r.Type)),
  );
  expect(only(stack, 'AWS::CloudTrail::Trail').Properties.IsMultiRegionTrail).toBe(true);
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
    expect(new Set(names(stack, 'AWS::CloudWatch::Alarm', 'MetricName')).size).toBe(2);
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

// Neither clock nor chance nor network, or two runs would differ, and each deployment would replace something.
test.each([
  ['env-agnostic', {}],
  ['in a known account', { env: { account: '111122223333', region: 'eu-central-1' } }],
])('%s: same input, same template, byte for byte', (_, stackProps) => {
  const written = () => {
    const assembly = (monitored({}, stackProps).stack.node.root as App).synth();
    return readFileSync(assembly.getStackByName('Security').templateFullPath, 'utf8');
  };
  expect(written()).toBe(written());
});

test('the template fits into the body of a CreateStack and CreateStackSet call', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  expect(JSON.stringify(Template.fromStack(monitored().stack).toJSON(), undefined, 1).length).toBeLessThan(
    51_200,
  );
});
