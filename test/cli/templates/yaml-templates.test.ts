import { parseYaml } from '../../../cli/templates/yaml';
import { declaredInAssembly, declaredInTemplates } from '../../../src/cloudformation/from-templates';
import { TemporaryFolder } from '../../cloudformation/templates/temporary-folder';

const folder = new TemporaryFolder();
const TOPIC = 'Resources: {Topic: {Type: AWS::SNS::Topic}}';

/** A template that nests the file. */
const nesting = (file: string) => ({
  Resources: { Child: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: file } } },
});

test('templates in YAML are read, alone, nested and in a cloud assembly', () => {
  const loose = folder.write('loose.yml', `\uFEFF{${TOPIC}}`);
  folder.write('child.yaml', TOPIC);
  const parent = folder.write('parent.json', nesting('child.yaml'));
  folder.write('manifest.json', {
    artifacts: { A: { type: 'aws:cloudformation:stack', properties: { templateFile: 'child.yaml' } } },
  });

  const templates = declaredInTemplates([loose, parent], { parseYaml });
  expect(templates.declarations.map(({ origin }) => origin.template)).toEqual([
    loose,
    folder.path('child.yaml'),
  ]);
  expect(templates.unreadable).toEqual([]);

  const assembly = declaredInAssembly(folder.path(), { parseYaml });
  expect(assembly.declarations.map(({ origin }) => origin.template)).toEqual(['child.yaml']);
});

test.each([
  ['a.template', 'Resources:\n  A: [\n', /a\.template:3: not YAML: /],
  ['a.yaml', '{Resources: [}', /a\.yaml:1: not YAML: /],
  ['a.yaml', '', /a\.yaml: not a CloudFormation template$/],
])('%s with %j is refused', (name, text, expected) => {
  const file = folder.write(name, text);
  expect(() => declaredInTemplates([file], { parseYaml })).toThrow(expected);
});

test('a nested template that is not YAML is a part that could not be read', () => {
  folder.write('child.yaml', 'Resources: [}');
  const parent = folder.write('parent.json', nesting('child.yaml'));
  expect(declaredInTemplates([parent], { parseYaml }).unreadable?.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/child\.yaml:1: not YAML: /),
  ]);
});
