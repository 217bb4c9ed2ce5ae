import { declaredInAssembly, declaredInTemplates } from '../../../src/cloudformation/from-templates';
import { TemplateError } from '../../../src/cloudformation/templates/template-error';
import { TemporaryFolder } from './temporary-folder';

const folder = new TemporaryFolder();

/** The message, without the folder of the test. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateError);
    return (error as Error).message.replaceAll(folder.path(), 'FOLDER');
  }
  throw new Error('it was read');
}

const STACK = { type: 'aws:cloudformation:stack', properties: { templateFile: 'A.json' } };

test.each([
  ['a.json', '{\n  "Resources": {\n    "A": }\n}', "FOLDER/a.json:3: not JSON: Unexpected token '}'"],
  ['a.json', '{\n  "Resources": {\n    "A": 1\n    "B": 2 }\n}', /^FOLDER\/a\.json:4: not JSON: Expected /],
  ['a.json', '{\n  "Resources": {\n    "A": [1,]\n  }\n}', "FOLDER/a.json:3: not JSON: Unexpected token ']'"],
  ['a.json', '{\n  "Resources": "A\n"}', /^FOLDER\/a\.json:2: not JSON: /],
  ['a.json', '{\n  "Resources": {\n    "A": 1\n', /^FOLDER\/a\.json:4: not JSON: /],
  ['a.json', '{}\n{}', /^FOLDER\/a\.json:2: not JSON: /],
  ['a.json', '', /^FOLDER\/a\.json:1: not JSON: /],
  ['a.json', 'Resources: {}', /^FOLDER\/a\.json:1: not JSON: /],
  ['a.template', '{\n "a": }', /^FOLDER\/a\.template:2: not JSON: /],
  ['a.template', 'Resources:\n  A: [\n', /^FOLDER\/a\.template:3: not YAML: /],
  ['a.yaml', '{Resources: [}', /^FOLDER\/a\.yaml:1: not YAML: /],
  ['a.yaml', '', 'FOLDER/a.yaml: not a CloudFormation template'],
  ['a.json', '[]', 'FOLDER/a.json: not a CloudFormation template'],
  ['a.json', '{"name": "x"}', 'FOLDER/a.json: not a CloudFormation template: it has no "Resources"'],
  ['a.json', '{"Resources": []}', 'FOLDER/a.json: "Resources" is not a list of names with values'],
  [
    'a.json',
    '{"Resources": {}, "Outputs": 1}',
    'FOLDER/a.json: "Outputs" is not a list of names with values',
  ],
])('%s with %j is refused', (name, text, expected) => {
  const path = folder.write(name, text);
  const message = refusal(() => declaredInTemplates([path]));
  if (typeof expected === 'string') expect(message).toBe(expected);
  else expect(message).toMatch(expected);
  expect(message).not.toContain('\n');
});

test('a template that is not there, and a folder in its place', () => {
  expect(refusal(() => declaredInTemplates([folder.path('a.json')]))).toBe('FOLDER/a.json: no such file');
  expect(refusal(() => declaredInTemplates([folder.path()]))).toBe('FOLDER: it cannot be read (EISDIR)');
});

test('flow style is YAML too, and a byte order mark is none of the text', () => {
  const flow = folder.write('a.yml', '\uFEFF{Resources: {A: {Type: AWS::SNS::Topic}}}');
  const json = folder.write('a.json', '\uFEFF{"Resources": {"B": {"Type": "AWS::SNS::Topic"}}}');
  expect(declaredInTemplates([flow, json]).declarations.map(({ logicalId }) => logicalId)).toEqual([
    'A',
    'B',
  ]);
});

describe('a cloud assembly', () => {
  test('that is not there', () => {
    expect(refusal(() => declaredInAssembly(folder.path('cdk.out')))).toBe('FOLDER/cdk.out: no such folder');
  });

  test('without a manifest', () => {
    expect(refusal(() => declaredInAssembly(folder.path()))).toBe(
      'FOLDER: not a cloud assembly: it has no manifest.json',
    );
  });

  test.each([
    ['{\n"artifacts": ', /^FOLDER\/manifest\.json:2: not JSON: /],
    ['[]', 'FOLDER/manifest.json: not the manifest of a cloud assembly'],
    ['{"artifacts": []}', 'FOLDER/manifest.json: not the manifest of a cloud assembly'],
    [{ artifacts: { A: { type: STACK.type } } }, 'FOLDER/manifest.json: "A" has no "templateFile"'],
    [{ artifacts: { A: STACK } }, 'FOLDER/A.json: no such file'],
    [
      { artifacts: { S: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-S' } } } },
      'FOLDER/assembly-S: no such folder',
    ],
  ])('with the manifest %j', (manifest, expected) => {
    folder.write('manifest.json', manifest);
    const message = refusal(() => declaredInAssembly(folder.path()));
    if (typeof expected === 'string') expect(message).toBe(expected);
    else expect(message).toMatch(expected);
  });

  test('without artifacts or resources has no declarations', () => {
    folder.write('manifest.json', { version: '54.0.0' });
    expect(declaredInAssembly(folder.path())).toEqual({ stacks: [], declarations: [], unreadable: [] });
    folder.write('manifest.json', { artifacts: { A: STACK } });
    folder.write('A.json', {});
    expect(declaredInAssembly(folder.path())).toEqual({
      stacks: [{ origin: { template: 'A.json' }, declaringStacks: ['A.json'] }],
      declarations: [],
      unreadable: [],
    });
  });
});
