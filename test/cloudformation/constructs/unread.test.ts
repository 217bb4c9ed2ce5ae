import { join } from 'node:path';
import { type App, CfnResource, CfnStack, type Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { ENV } from '../../policy-validation/apps';
import { bareStack, monitoredStack } from '../../policy-validation/chains';
import { judgedBothWays } from './both-ways';

const NO_TRAIL = 'trail-all-regions: there is no trail. The chain may be in what could not be read';
const MACRO = 'the transform "Company::Macro" may add and change resources on deployment.';

test.each<[string, (stack: Stack) => void, string]>([
  [
    'a macro of the stack',
    (stack) => stack.addTransform('Company::Macro'),
    `UNKNOWN ${NO_TRAIL} (Network): ${MACRO}`,
  ],
  [
    'a macro that is named twice',
    (stack) => {
      stack.addTransform('Company::Macro');
      stack.addTransform('Company::Macro');
    },
    `UNKNOWN ${NO_TRAIL} (Network): ${MACRO}`,
  ],
  [
    'a macro of an included template',
    (stack) =>
      new CfnInclude(stack, 'Part', { templateFile: join(__dirname, 'fixtures', 'with-macro.yaml') }),
    `UNKNOWN ${NO_TRAIL} (Network): ${MACRO}`,
  ],
  [
    'the template of a nested stack that is elsewhere',
    (stack) => new CfnStack(stack, 'Part', { templateUrl: 'https://templates.example.com/part.json' }),
    `UNKNOWN ${NO_TRAIL} (Network/Part): the nested stack's template is not part of the evidence.`,
  ],
  [
    'a module',
    (stack) => new CfnResource(stack, 'Part', { type: 'Company::Network::Monitor::MODULE' }),
    `UNKNOWN ${NO_TRAIL} (Network/Part): the module "Company::Network::Monitor::MODULE" makes resources on deployment.`,
  ],
  [
    'a macro of AWS that adds nothing',
    (stack) => stack.addTransform('AWS::LanguageExtensions'),
    'FAIL trail-all-regions: there is no trail.',
  ],
])('%s may hold the chain', (_, add, expected) => {
  expect(judgedBothWays((app) => add(bareStack(app, 'Network', ENV)))).toBe(expected);
});

test('what is included into a resource may mend it', () => {
  expect(
    judgedBothWays((app) => {
      const { alarm } = monitoredStack(app, 'Monitoring', ENV);
      alarm.actionsEnabled = false;
      alarm.addPropertyOverride('Dimensions.Fn::Transform', { Name: 'AWS::Include' });
    }),
  ).toMatch(/^UNKNOWN .*\(Monitoring\/Bell\): Fn::Transform may change its properties on deployment\.$/);
});

test('a chain that is whole passes all the same', () => {
  expect(
    judgedBothWays((app: App) => monitoredStack(app, 'Monitoring', ENV).stack.addTransform('Company::Macro')),
  ).toBe('PASS');
});

test('what could not be read in one account says nothing of another', () => {
  expect(
    judgedBothWays((app) => {
      bareStack(app, 'Network', ENV);
      bareStack(app, 'Foreign', { account: '444455556666', region: 'eu-central-1' }).addTransform(
        'Company::Macro',
      );
    }),
  ).toBe(`FAIL trail-all-regions: there is no trail.; UNKNOWN ${NO_TRAIL} (Foreign): ${MACRO}`);
});
