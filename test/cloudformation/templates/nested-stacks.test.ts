import { App, CfnCondition, CfnOutput, type CfnResource, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { declaredInAssembly, declaredInTemplates } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();

/** As the CDK CLI runs an app, or as the app runs on its own. */
describe.each([
  ['with', { 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:enable-path-metadata': true }],
  ['without', {}],
])('nested stacks of an app %s asset metadata', (_, context) => {
  function synth() {
    const app = new App({ outdir: folder.path(), analyticsReporting: false, context });
    const stack = new Stack(app, 'Parent', { env: { account: '111111111111', region: 'eu-west-1' } });
    const topic = new Topic(stack, 'Topic');
    const nested = new NestedStack(stack, 'Nested');
    const inner = new Topic(nested, 'Topic', { displayName: topic.topicName });
    const deep = new NestedStack(nested, 'Deep');
    new Topic(deep, 'Topic', { displayName: topic.topicName });
    new CfnOutput(stack, 'InnerArn', { value: inner.topicArn });
    app.synth();
    return declaredInAssembly(folder.path());
  }

  test('are part of the stack that they are deployed with', () => {
    const { stacks, declarations, unreadable } = synth();
    expect(stacks).toEqual([
      {
        account: '111111111111',
        origin: { path: 'Parent', template: 'Parent.template.json' },
        declaringStacks: ['Parent', 'Parent/Nested', 'Parent/Nested/Deep'],
      },
    ]);
    expect(unreadable).toEqual([]);
    expect(declarations.map(({ origin: { path, template } }) => [path, template])).toEqual([
      ['Parent/Topic/Resource', 'Parent.template.json'],
      ['Parent/Nested/Topic/Resource', 'ParentNested1E9B6DEA.nested.template.json'],
      ['Parent/Nested/Deep/Topic/Resource', 'ParentNestedDeep2BD5E85A.nested.template.json'],
    ]);
    expect(declarations.map(({ stack }) => [stack.account, stack.region, stack.stackName])).toEqual([
      ['111111111111', 'eu-west-1', 'Parent'],
      ['111111111111', 'eu-west-1', undefined],
      ['111111111111', 'eu-west-1', undefined],
    ]);
  });

  test('have the parameters that their parents give, to be read in the parent', () => {
    const [topic, inner, deep] = synth().declarations;
    const { Ref: name } = deep.properties.DisplayName as { Ref: string };
    const fromNested = deep.stack.parameter(name);
    expect(fromNested).toEqual({ value: { Ref: name }, stack: inner.stack });
    expect(inner.stack.parameter(name)).toEqual({
      value: { 'Fn::GetAtt': [topic.logicalId, 'TopicName'] },
      stack: topic.stack,
    });
    expect(topic.stack.parameter(name)).toBeUndefined();
    expect(topic.stack.parameter('BootstrapVersion')).toBeUndefined();
  });

  test('give their outputs, to be read in themselves', () => {
    const [topic, inner] = synth().declarations;
    const nested = 'NestedNestedStackNestedNestedStackResourceDEFDAA4D';
    const output = 'ParentNestedTopicCF36B799Ref';
    expect(topic.stack.nestedOutput(nested, output)).toEqual({
      value: { Ref: inner.logicalId },
      stack: inner.stack,
    });
    expect(topic.stack.nestedOutput(nested, 'Other')).toBeUndefined();
    expect(topic.stack.nestedOutput(topic.logicalId, output)).toBeUndefined();
  });
});

test('a resource is made under the condition of its nested stack, or its own', () => {
  const app = new App({ outdir: folder.path(), analyticsReporting: false });
  const stack = new Stack(app, 'Parent');
  const nested = new NestedStack(stack, 'Nested');
  new Topic(nested, 'Topic');
  const own = new Topic(nested, 'Own').node.defaultChild as CfnResource;
  own.cfnOptions.condition = new CfnCondition(nested, 'Own2', { expression: Fn.conditionEquals('a', 'b') });
  const resource = nested.nestedStackResource as CfnResource;
  resource.cfnOptions.condition = new CfnCondition(stack, 'Wanted', {
    expression: Fn.conditionEquals('a', 'a'),
  });
  app.synth();

  const { declarations } = declaredInAssembly(folder.path());
  expect(declarations.map(({ condition }) => condition)).toEqual(['Wanted', 'Own2']);
});

test('a macro in a nested stack is named with the nested stack', () => {
  const app = new App({ outdir: folder.path(), analyticsReporting: false });
  const nested = new NestedStack(new Stack(app, 'Parent'), 'Nested');
  nested.templateOptions.transforms = ['Team::Macro'];
  new Topic(nested, 'Topic');
  app.synth();

  const { declarations, unreadable } = declaredInAssembly(folder.path());
  expect(unreadable).toEqual([
    {
      stack: declarations[0].stack,
      origin: { path: 'Parent/Nested', template: 'ParentNested1E9B6DEA.nested.template.json' },
      reason: 'the transform "Team::Macro" may add and change resources on deployment',
    },
  ]);
});

test('a stack of the assembly that another one nests too is deployed on its own all the same', () => {
  const artifact = (templateFile: string) => ({
    type: 'aws:cloudformation:stack',
    properties: { templateFile },
  });
  folder.write('manifest.json', {
    artifacts: { Parent: artifact('parent.json'), Child: artifact('child.yaml') },
  });
  folder.write('parent.json', PARENT);
  folder.write('child.yaml', CHILD);
  const templates = declaredInAssembly(folder.path()).stacks.map(({ origin }) => origin.template);
  expect(templates).toEqual(['parent.json', 'child.yaml']);
});

const PARENT = {
  Resources: {
    Child: {
      Type: 'AWS::CloudFormation::Stack',
      Properties: {
        TemplateURL: './child.yaml',
        Parameters: { Given: { Ref: 'Topic' }, Names: 'a, b', Joined: { Ref: 'Topic' }, Path: '/a/b' },
      },
    },
  },
};
const CHILD = `
Parameters:
  Given: {Type: String}
  Names: {Type: CommaDelimitedList}
  Joined: {Type: List<Number>}
  Defaulted: {Type: String, Default: d}
  Open: {Type: String}
  constructor: {Type: String}
  Path: {Type: AWS::SSM::Parameter::Value<String>, Default: x}
Resources:
  Topic: {Type: AWS::SNS::Topic}
`;

test('a template that another of the list nests is read once, and with the values that it is given', () => {
  const paths = [folder.write('child.yaml', CHILD), folder.write('parent.json', PARENT)];

  const { stacks, declarations, unreadable } = declaredInTemplates(paths);

  const [parentId, childId] = [folder.path('parent.json'), `${folder.path('parent.json')}/Child`];
  expect(stacks).toEqual([
    { origin: { template: folder.path('parent.json') }, declaringStacks: [parentId, childId] },
  ]);
  expect(unreadable).toEqual([]);
  expect(declarations).toHaveLength(1);
  const [{ stack, origin }] = declarations;
  expect(origin).toEqual({ template: folder.path('child.yaml'), logicalId: 'Topic' });
  const given = (name: string) => stack.parameter(name);
  expect(given('Given')).toMatchObject({ value: { Ref: 'Topic' }, stack: { id: parentId } });
  expect(given('Names')).toMatchObject({ value: ['a', 'b'] });
  expect(given('Joined')).toMatchObject({ value: { 'Fn::Split': [',', { Ref: 'Topic' }] } });
  expect(given('Defaulted')).toMatchObject({ value: 'd', stack: { id: childId } });
  expect(given('Open')).toBeUndefined();
  expect(given('constructor')).toBeUndefined();
  expect(given('Path')).toBeUndefined();
  expect(given('Unknown')).toBeUndefined();
});

test.each([
  ['a missing file', './none.yaml', /none\.yaml: no such file$/],
  ['a file that is no template', './list.yaml', /list\.yaml: not a CloudFormation template$/],
  [
    'an address',
    'https://s3.amazonaws.com/bucket/child.yaml',
    /^the nested stack's template is not part of the evidence$/,
  ],
  ['an address that is put together', { 'Fn::Sub': 'https://${Bucket}/a' }, /not part of the evidence$/],
  ['itself', 'parent.json', /^the template is nested in itself$/],
])('%s in the place of a nested template is said to be unreadable', (_, address, reason) => {
  folder.write('list.yaml', '- a');
  const parent = folder.write('parent.json', {
    Resources: {
      Child: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: address } },
      Topic: { Type: 'AWS::SNS::Topic' },
    },
  });

  const { declarations, unreadable } = declaredInTemplates([parent]);

  expect(declarations.map(({ logicalId }) => logicalId)).toEqual(['Topic']);
  expect(unreadable).toEqual([
    {
      stack: declarations[0].stack,
      origin: { template: parent, logicalId: 'Child' },
      reason: expect.stringMatching(reason),
    },
  ]);
});

test('the file that an app records is read without the list of its assets', () => {
  folder.write('child.yaml', CHILD);
  const parent = folder.write('parent.json', {
    Resources: {
      Child: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { TemplateURL: 'https://s3.amazonaws.com/bucket/0.json' },
        Metadata: { 'aws:asset:path': 'child.yaml', 'aws:asset:property': 'TemplateURL' },
      },
    },
  });

  const { declarations, unreadable } = declaredInTemplates([parent]);

  expect(declarations.map(({ origin }) => origin.template)).toEqual([folder.path('child.yaml')]);
  expect(unreadable).toEqual([]);
});

test('of templates that nest each other one stays', () => {
  const nesting = (address: string) => ({
    Resources: {
      Topic: { Type: 'AWS::SNS::Topic' },
      Child: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: address } },
    },
  });
  const paths = [folder.write('a.json', nesting('b.json')), folder.write('b.json', nesting('a.json'))];

  const { stacks, declarations, unreadable } = declaredInTemplates(paths);

  expect(stacks.map(({ origin }) => origin.template)).toEqual([folder.path('a.json')]);
  expect(declarations).toHaveLength(2);
  expect(unreadable?.map(({ reason }) => reason)).toEqual(['the template is nested in itself']);
});

test('two nested stacks of one template are two', () => {
  const child = (given: string) => ({
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: 'child.yaml', Parameters: { Given: given } },
  });
  folder.write('child.yaml', CHILD);
  const parent = folder.write('parent.json', { Resources: { First: child('1'), Second: child('2') } });

  const { declarations } = declaredInTemplates([parent]);

  expect(declarations.map(({ stack }) => [stack.id, stack.parameter('Given')?.value])).toEqual([
    [`${parent}/First`, '1'],
    [`${parent}/Second`, '2'],
  ]);
});
