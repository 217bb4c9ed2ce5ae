import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Declared } from '../../src/cloudformation/declaration';
import { declaredInAssembly } from '../../src/cloudformation/from-templates';

const ENV = { account: '111111111111', region: 'eu-west-1' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assembly-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function app(context: Record<string, unknown> = {}): App {
  return new App({ outdir: folder, analyticsReporting: false, context });
}

/** The declarations by the construct's path, without the part that each CDK resource ends in. */
function pathsOf({ declarations }: Declared): string[] {
  return declarations.map(({ origin }) => String(origin.path).replace(/\/Resource$/, ''));
}

describe('a cloud assembly', () => {
  test('gives the resources of the chain and finds every other one by its logical id', () => {
    const root = app();
    const stack = new Stack(root, 'Network', { env: ENV, stackName: 'net' });
    (new Topic(stack, 'Topic', { displayName: 'a' }).node.defaultChild as CfnResource).overrideLogicalId('T');
    const queue = new CfnResource(stack, 'Queue', {
      type: 'AWS::SQS::Queue',
      properties: { QueueName: 'q' },
    });
    queue.overrideLogicalId('Q');
    root.synth();

    const declared = declaredInAssembly(folder);

    expect(declared.stacks).toEqual([
      {
        account: '111111111111',
        origin: { path: 'Network', template: 'Network.template.json' },
        declaringStacks: ['Network'],
      },
    ]);
    expect(declared.unreadable).toEqual([]);
    expect(declared.declarations).toHaveLength(1);
    const [topic] = declared.declarations;
    expect(topic).toMatchObject({
      type: 'AWS::SNS::Topic',
      logicalId: 'T',
      properties: { DisplayName: 'a' },
      condition: undefined,
      origin: {
        path: 'Network/Topic/Resource',
        template: 'Network.template.json',
        logicalId: 'T',
        source: expect.stringMatching(/^test\/cloudformation\/from-templates\.test\.ts:\d+$/),
      },
      stack: { id: 'Network', account: '111111111111', region: 'eu-west-1', stackName: 'net' },
    });
    expect(topic.stack.resource('T')).toBe(topic);
    expect(topic.stack.resource('Q')).toMatchObject({
      type: 'AWS::SQS::Queue',
      properties: { QueueName: 'q' },
      origin: { path: 'Network/Queue', template: 'Network.template.json', logicalId: 'Q' },
    });
    expect(topic.stack.resource('toString')).toBeUndefined();
  });

  test('of an environment that is not known names none', () => {
    const root = app();
    new Topic(new Stack(root, 'Anywhere'), 'Topic');
    new Topic(new Stack(root, 'AnyRegion', { env: { account: '111111111111' } }), 'Topic');
    root.synth();

    const { stacks, declarations } = declaredInAssembly(folder);

    expect(stacks.map(({ account }) => account)).toEqual([undefined, '111111111111']);
    expect(declarations.map(({ stack }) => [stack.account, stack.region])).toEqual([
      [undefined, undefined],
      ['111111111111', undefined],
    ]);
  });

  test('has the stacks of Stages and of Stages in Stages', () => {
    const root = app();
    const outer = new Stage(root, 'Outer', { env: ENV });
    const inner = new Stage(outer, 'Inner', { env: { account: '222222222222', region: 'us-east-1' } });
    new Topic(new Stack(outer, 'First'), 'Topic');
    new Topic(new Stack(inner, 'Second'), 'Topic');
    root.synth();

    const declared = declaredInAssembly(folder);

    expect(declared.stacks).toEqual([
      {
        account: '111111111111',
        origin: { path: 'Outer/First', template: 'assembly-Outer/OuterFirstA28F32C9.template.json' },
        declaringStacks: ['Outer/First'],
      },
      {
        account: '222222222222',
        origin: {
          path: 'Outer/Inner/Second',
          template: 'assembly-Outer/assembly-Outer-Inner/OuterInnerSecond1149FEE6.template.json',
        },
        declaringStacks: ['Outer/Inner/Second'],
      },
    ]);
    expect(pathsOf(declared)).toEqual(['Outer/First/Topic', 'Outer/Inner/Second/Topic']);
    expect(declared.declarations[1].stack).toMatchObject({
      stackName: 'Outer-Inner-Second',
      region: 'us-east-1',
    });
  });
});
