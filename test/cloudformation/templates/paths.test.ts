import { App, Stack, Stage } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { declaredInPaths } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();
const TEMPLATE = { Resources: { Bell: { Type: 'AWS::SNS::Topic' } } };

/** An assembly with one stack that knows its account, one in a Stage that does not. */
function assembly(): string {
  const app = new App({ outdir: folder.path('cdk.out'), analyticsReporting: false });
  const env = { account: '111111111111', region: 'eu-west-1' };
  new Topic(new Stack(app, 'Network', { env }), 'Topic');
  new Topic(new Stack(new Stage(app, 'Prod'), 'Alarms'), 'Topic');
  app.synth();
  return folder.path('cdk.out');
}

const placesIn = (...[paths, options]: Parameters<typeof declaredInPaths>) =>
  declaredInPaths(paths, options).declarations.map(({ stack: { account, region }, origin }) => [
    origin.path ?? origin.logicalId,
    account,
    region,
  ]);

test('assemblies and templates are read together, and what is named twice counts once', () => {
  const out = assembly();
  const alone = folder.write('alone.json', TEMPLATE);
  expect(placesIn([alone, out, folder.path('cdk.out/Network.template.json'), out])).toEqual([
    ['Network/Topic/Resource', '111111111111', 'eu-west-1'],
    ['Prod/Alarms/Topic/Resource', undefined, undefined],
    ['Bell', undefined, undefined],
  ]);
});

test('the environment is that of stacks of which the assembly does not say it', () => {
  const paths = [assembly(), folder.write('alone.json', TEMPLATE)];
  const environment = { account: '222222222222', region: 'us-east-1' };
  expect(placesIn(paths, { environment })).toEqual([
    ['Network/Topic/Resource', '111111111111', 'eu-west-1'],
    ['Prod/Alarms/Topic/Resource', '222222222222', 'us-east-1'],
    ['Bell', '222222222222', 'us-east-1'],
  ]);
});

test('nested stacks are where their parent is', () => {
  folder.write('nested.json', TEMPLATE);
  const parent = folder.write('parent.json', {
    Resources: {
      Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: './nested.json' } },
    },
  });
  const environment = { account: '222222222222' };
  expect(placesIn([parent], { environment })).toEqual([['Bell', '222222222222', undefined]]);
});

test('a text can stand for a file', () => {
  const path = folder.path('stdin');
  const texts = new Map([[path, JSON.stringify(TEMPLATE)]]);
  expect(placesIn([path], { texts })).toEqual([['Bell', undefined, undefined]]);
});
