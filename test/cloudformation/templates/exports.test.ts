import { App, Aws, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Declared } from '../../../src/cloudformation/declaration';
import { declaredInAssembly, declaredInTemplates } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();

test('an export that CDK makes is found by the stacks of its account and region', () => {
  const app = new App({ outdir: folder.path(), analyticsReporting: false });
  const env = { account: '111111111111', region: 'eu-west-1' };
  const topic = new Topic(new Stack(app, 'Producer', { env }), 'Topic');
  new Topic(new Stack(app, 'Consumer', { env }), 'Topic', { displayName: topic.topicName });
  new Topic(new Stack(app, 'Elsewhere', { env: { ...env, region: 'us-east-1' } }), 'Topic');
  new Topic(new Stack(app, 'Others', { env: { ...env, account: '222222222222' } }), 'Topic');
  app.synth();

  const [producer, consumer, elsewhere, others] = declaredInAssembly(folder.path()).declarations;

  const imported = consumer.properties.DisplayName as { 'Fn::ImportValue': string };
  const name = imported['Fn::ImportValue'];
  expect(name).toBe('Producer:ExportsOutputFnGetAttTopicBFC7AF6ETopicNameB7E07289');
  expect(consumer.stack.exported(name)).toEqual({
    value: { 'Fn::GetAtt': [producer.logicalId, 'TopicName'] },
    stack: producer.stack,
  });
  expect(consumer.stack.exported('Other')).toBeUndefined();
  expect(elsewhere.stack.exported(name)).toBeUndefined();
  expect(others.stack.exported(name)).toBeUndefined();
});

test('an output that a weak reference reads is found by its stack’s name, account and region', () => {
  const context = { '@aws-cdk/core:defaultCrossStackReferences': 'weak' };
  const app = new App({ outdir: folder.path(), analyticsReporting: false, context });
  const env = { account: '111111111111', region: 'eu-west-1' };
  const stackOf = (id: string, region: string) =>
    new Stack(app, id, { env: { ...env, region }, crossRegionReferences: true });
  const topic = new Topic(stackOf('Producer', 'eu-west-1'), 'Topic');
  new Topic(stackOf('Consumer', 'us-east-1'), 'Topic', { displayName: topic.topicName });
  app.synth();

  const [producer, { stack, properties }] = declaredInAssembly(folder.path()).declarations;

  const name = 'PublishOutputFnGetAttTopicBFC7AF6ETopicNameC2E2958C';
  expect(properties.DisplayName).toEqual({
    'Fn::GetStackOutput': { StackName: 'Producer', Region: 'eu-west-1', OutputName: name },
  });
  const value = { value: { 'Fn::GetAtt': ['TopicBFC7AF6E', 'TopicName'] }, stack: producer.stack };
  expect(stack.stackOutput?.('Producer', name, 'eu-west-1')).toEqual(value);
  expect(producer.stack.stackOutput?.('Producer', name)).toEqual(value);
  expect(stack.stackOutput?.('Producer', name)).toBeUndefined();
  expect(stack.stackOutput?.('Producer', name, 'eu-west-1', '222222222222')).toBeUndefined();
  expect(stack.stackOutput?.('Other', name, 'eu-west-1')).toBeUndefined();
  expect(stack.stackOutput?.('Producer', 'Other', 'eu-west-1')).toBeUndefined();
});

test('a stack’s name that two stacks have is nobody’s', () => {
  const app = new App({ outdir: folder.path(), analyticsReporting: false });
  for (const [id, stackName] of Object.entries({ First: 'twice', Second: 'twice', Third: 'once' })) {
    const stack = new Stack(app, id, { stackName });
    new CfnOutput(new Topic(stack, 'Topic'), 'Output', { value: id }).overrideLogicalId('Output');
  }
  app.synth();

  const [{ stack }] = declaredInAssembly(folder.path()).declarations;

  expect(stack.stackOutput?.('once', 'Output')?.value).toBe('Third');
  expect(stack.stackOutput?.('twice', 'Output')).toBeUndefined();
});

/** Templates without an environment, each with a topic and an export of the name. */
function exporting(...names: unknown[]): Declared {
  return declaredInTemplates(
    names.map((name, i) =>
      folder.write(`${i}.json`, {
        Parameters: { Prefix: { Type: 'String', Default: 'default' } },
        Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
        Outputs: { Arn: { Value: `value ${i}`, Export: { Name: name } }, Local: { Value: 'local' } },
      }),
    ),
  );
}

test('stacks whose environment is not known share their exports', () => {
  const { declarations } = exporting('shared', { 'Fn::Sub': '${AWS::Region}-shared' });
  const find = (name: string) => declarations[1].stack.exported(name)?.value;
  expect(find('shared')).toBe('value 0');
  expect(find('${AWS::Region}-shared')).toBe('value 1');
  expect(find('Local')).toBeUndefined();
});

test.each([
  ['Fn::Sub', Fn.sub('${AWS::StackName}-${AWS::Region}-topic')],
  ['Fn::Join', Fn.join('-', [Aws.STACK_NAME, Aws.REGION, 'topic'])],
])('a name may be an %s of pseudo parameters', (_, exportName) => {
  const app = new App({ outdir: folder.path(), analyticsReporting: false });
  const env = { account: '111111111111', region: 'eu-west-1' };
  const stack = new Stack(app, 'Producer', { env, stackName: 'net' });
  new Topic(stack, 'Topic');
  new CfnOutput(stack, 'Output', { value: 'v', exportName });
  app.synth();

  const [{ stack: read }] = declaredInAssembly(folder.path()).declarations;
  expect(read.exported('net-eu-west-1-topic')?.value).toBe('v');
});

test('a name that depends on a parameter is left out, its default too', () => {
  const { declarations } = exporting({ 'Fn::Sub': '${Prefix}-shared' }, { Ref: 'Prefix' });
  expect(declarations[0].stack.exported('default-shared')).toBeUndefined();
  expect(declarations[0].stack.exported('default')).toBeUndefined();
});

test('a name that two stacks export is nobody’s', () => {
  const { declarations } = exporting('twice', 'twice', 'twice', 'once');
  expect(declarations[0].stack.exported('twice')).toBeUndefined();
  expect(declarations[0].stack.exported('once')?.value).toBe('value 3');
});

test('a name that depends on an import is left out', () => {
  const { declarations } = exporting({ 'Fn::ImportValue': 'other' }, 'other');
  expect(declarations[0].stack.exported('value 1')).toBeUndefined();
});
