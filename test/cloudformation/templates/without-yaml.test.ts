import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnStack } from 'aws-cdk-lib/core';
import { declaredInAssembly, declaredInTemplates } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();
const YAML = 'Resources: {Topic: {Type: AWS::SNS::Topic}}';
const reasonOf = (file: string) => `${file}: it is YAML, and only JSON is read here`;

test('a template in YAML is a stack of which nothing is known', () => {
  const file = folder.write('a.yaml', YAML);
  const { stacks, declarations, unreadable = [] } = declaredInTemplates([file]);
  expect(stacks).toEqual([{ origin: { template: file }, declaringStacks: [file] }]);
  expect(declarations).toEqual([]);
  expect(unreadable).toEqual([
    { stack: unreadable[0].stack, origin: { template: file }, reason: reasonOf(file), mayChange: 'nothing' },
  ]);
  expect(unreadable[0].stack.id).toBe(file);
});

test.each(['a.template', 'a.yml', 'a.YAML', 'a'])('a template in YAML may be called %s', (name) => {
  const file = folder.write(name, YAML);
  expect(declaredInTemplates([file]).unreadable).toHaveLength(1);
});

test('a stack of a cloud assembly may be YAML', () => {
  folder.write('manifest.json', {
    artifacts: { A: { type: 'aws:cloudformation:stack', properties: { templateFile: 'a.yaml' } } },
  });
  const file = folder.write('a.yaml', YAML);
  expect(declaredInAssembly(folder.path()).unreadable?.map(({ reason }) => reason)).toEqual([reasonOf(file)]);
});

test('so may be the asset that a nested stack of the CDK has', () => {
  const app = new App({ outdir: folder.path('cdk.out'), analyticsReporting: false });
  const stack = new Stack(app, 'Network');
  new NestedStack(stack, 'InJson');
  const template = new Asset(stack, 'Template', { path: folder.write('part.yaml', YAML) });
  new CfnStack(stack, 'Part', { templateUrl: template.httpUrl });
  const { directory } = app.synth();

  const { unreadable } = declaredInAssembly(directory);

  expect(unreadable?.map(({ origin, reason, mayChange }) => [origin.path, reason, mayChange])).toEqual([
    [
      'Network/Part',
      expect.stringMatching(/asset\.[0-9a-f]{64}\.yaml: it is YAML, and only JSON is read here$/),
      'nothing',
    ],
  ]);
});
