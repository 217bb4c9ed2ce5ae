import { execFileSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { declaredInTemplates } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();
const FIXTURE = 'test/cloudformation/templates/fixtures/short-forms.yaml';

test('have no environment, and are named from the current folder', () => {
  const { stacks, declarations } = declaredInTemplates([FIXTURE]);
  expect(stacks).toEqual([{ origin: { template: FIXTURE }, declaringStacks: [FIXTURE] }]);
  expect(declarations.map(({ logicalId, condition, origin }) => ({ logicalId, condition, origin }))).toEqual([
    { logicalId: 'Functions', condition: 'Both', origin: { template: FIXTURE, logicalId: 'Functions' } },
    { logicalId: 'Scalars', condition: undefined, origin: { template: FIXTURE, logicalId: 'Scalars' } },
  ]);
  const [{ stack }] = declarations;
  expect([stack.account, stack.region, stack.stackName]).toEqual([undefined, undefined, undefined]);
  expect(stack.mapping('Accounts', '012345678901', 'Name')).toBe('zero');
  expect(stack.mapping('Accounts', '012345678901', 'Other')).toBeUndefined();
  expect(stack.mapping('Accounts', 'constructor', 'name')).toBeUndefined();
  expect(stack.mapping('Other', '012345678901', 'Name')).toBeUndefined();
  expect(stack.parameter('Environment')).toBeUndefined();
});

test('count once, however they are written', () => {
  const paths = [FIXTURE, `./${FIXTURE}`, join(process.cwd(), FIXTURE)];
  expect(declaredInTemplates(paths).stacks).toHaveLength(1);
  expect(declaredInTemplates([])).toEqual({ stacks: [], declarations: [], unreadable: [] });
});

test('have the environment that the manifest beside them names, and no other stack of it', () => {
  for (const name of ['first', 'second']) {
    const app = new App({ outdir: folder.path(name), analyticsReporting: false });
    const env = { account: '111111111111', region: 'eu-west-1' };
    new Topic(new Stack(app, 'Network', { env, stackName: name }), 'Topic');
    new Topic(new Stack(app, 'Unwanted', { env }), 'Topic');
    app.synth();
  }
  const paths = ['first', 'second'].map((name) => folder.path(name, 'Network.template.json'));

  const { stacks, declarations } = declaredInTemplates(paths.map((path) => relative('.', path)));

  expect(stacks).toEqual([
    {
      account: '111111111111',
      origin: { path: 'Network', template: paths[0] },
      declaringStacks: ['Network'],
    },
    {
      account: '111111111111',
      origin: { path: 'Network', template: paths[1] },
      declaringStacks: [paths[1]],
    },
  ]);
  expect(declarations.map(({ stack }) => [stack.account, stack.region, stack.stackName])).toEqual([
    ['111111111111', 'eu-west-1', 'first'],
    ['111111111111', 'eu-west-1', 'second'],
  ]);
  expect(declarations[0].origin.path).toBe('Network/Topic/Resource');
});

test('beside a manifest of something else have no environment', () => {
  const template = folder.write('a.yaml', 'Resources: {Topic: {Type: AWS::SNS::Topic}}');
  folder.write('manifest.json', { name: 'a browser extension' });
  expect(declaredInTemplates([template]).stacks).toEqual([
    { origin: { template }, declaringStacks: [template] },
  ]);
});

test.each([
  ['Fixture.json', '{"Resources": {}}', []],
  ['Fixture.yaml', 'Resources: {}', ['yaml']],
])(
  'to read %s loads of all packages %s',
  (name, text, expected) => {
    const file = folder.write(name, text);
    const loaded = execFileSync(
      process.execPath,
      [
        '--require=ts-node/register/transpile-only',
        '--eval',
        `const before = new Set(Object.keys(require.cache));
       require('./src/cloudformation/from-templates').declaredInTemplates([${JSON.stringify(file)}]);
       console.log(JSON.stringify(Object.keys(require.cache).filter((path) => !before.has(path))));`,
      ],
      { env: { ...process.env, TS_NODE_PROJECT: 'tsconfig.dev.json' }, encoding: 'utf8' },
    );
    const packages = (JSON.parse(loaded) as string[]).flatMap(
      (path) => /node_modules[\\/]([^\\/]+)/.exec(path)?.[1] ?? [],
    );
    expect([...new Set(packages)]).toEqual(expected);
  },
  60_000,
);
