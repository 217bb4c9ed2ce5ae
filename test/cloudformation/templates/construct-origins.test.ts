import { declaredInAssembly } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();
const TOPIC = { Type: 'AWS::SNS::Topic' };

function originsWith(artifact: object, template: object = { Resources: { T: TOPIC } }) {
  folder.write('A.json', template);
  folder.write('manifest.json', {
    artifacts: {
      A: { type: 'aws:cloudformation:stack', properties: { templateFile: 'A.json' }, ...artifact },
    },
  });
  return declaredInAssembly(folder.path()).declarations.map(({ origin }) => origin);
}

const trace = ['new Topic (/apps/node_modules/x/x.js:1:2)', 'main (/apps/main.ts:7:1)'];

test.each([
  ['in the trace of the logical id', [{ type: 'aws:cdk:logicalId', data: 'T', trace }]],
  [
    'in the creation stack',
    [
      { type: 'aws:cdk:logicalId', data: 'T' },
      { type: 'aws:cdk:creationStack', data: trace },
    ],
  ],
])('the place in the app is %s', (_, entries) => {
  const expected = [{ path: 'A/Topic', template: 'A.json', logicalId: 'T', source: '/apps/main.ts:7' }];
  const metadata = { '/A': [{ type: 'aws:cdk:info', data: 'T' }], '/A/Topic': entries };
  expect(originsWith({ metadata })).toEqual(expected);
  folder.write('A.metadata.json', metadata);
  expect(originsWith({ additionalMetadataFile: 'A.metadata.json' })).toEqual(expected);
});

test('the path that the template records comes first', () => {
  const Metadata = { 'aws:cdk:path': 'A/Recorded/Resource' };
  const metadata = { '/A/Topic': [{ type: 'aws:cdk:logicalId', data: 'T' }] };
  expect(originsWith({ metadata }, { Resources: { T: { ...TOPIC, Metadata } } })).toEqual([
    { path: 'A/Recorded/Resource', template: 'A.json', logicalId: 'T' },
  ]);
});

test('a resource that CDK did not record has file and logical id', () => {
  expect(originsWith({})).toEqual([{ template: 'A.json', logicalId: 'T' }]);
});

test('without the file of what CDK recorded, too', () => {
  expect(originsWith({ additionalMetadataFile: 'missing.json' })).toEqual([
    { template: 'A.json', logicalId: 'T' },
  ]);
});

test('what CDK recorded is read when an origin is asked for', () => {
  folder.write('broken.json', 'no JSON');
  const artifact = { additionalMetadataFile: 'broken.json' };
  const properties = { templateFile: 'A.json' };
  folder.write('A.json', { Resources: { T: TOPIC } });
  folder.write('manifest.json', {
    artifacts: { A: { type: 'aws:cloudformation:stack', properties, ...artifact } },
  });
  const [topic] = declaredInAssembly(folder.path()).declarations;
  expect(() => topic.origin).toThrow('broken.json:1: not JSON');
});
