import { type App, CfnOutput, Stack, StackSynthesizer } from 'aws-cdk-lib';
import { CloudFormationProduct, CloudFormationTemplate, ProductStack } from 'aws-cdk-lib/aws-servicecatalog';
import { declaredInConstructs } from '../../../src/cloudformation/from-constructs';
import { ENV, makeApp } from '../../policy-validation/apps';
import { bareStack, soundChain } from '../../policy-validation/chains';
import { judgedBothWays } from './both-ways';

const NO_TRAIL = 'FAIL trail-all-regions: there is no trail.';

/** A product whose template has a sound chain: whoever launches it has one, wherever that is. */
function product(stack: Stack) {
  const template = new ProductStack(stack, 'Monitoring');
  soundChain(template);
  new CfnOutput(template, 'Out', { value: 'x', exportName: 'of-the-product' });
  new CloudFormationProduct(stack, 'Product', {
    productName: 'monitoring',
    owner: 'security',
    productVersions: [{ cloudFormationTemplate: CloudFormationTemplate.fromProductStack(template) }],
  });
}

/** As packages outside the CDK make the template of a stack set. */
class StackSetStack extends Stack {
  public readonly templateFile: string;

  constructor(scope: Stack, id: string) {
    super(scope, id, { synthesizer: new TemplateOnly() });
    this.templateFile = `${id}.stackset.template.json`;
  }
}

class TemplateOnly extends StackSynthesizer {
  public addFileAsset(): never {
    throw new Error('it has no assets');
  }

  public addDockerImageAsset(): never {
    throw new Error('it has no assets');
  }

  public synthesize(session: Parameters<StackSynthesizer['synthesize']>[0]) {
    this.synthesizeTemplate(session);
  }
}

test.each<[string, (stack: Stack) => void]>([
  ['a Service Catalog product', product],
  ['a stack set', (stack) => soundChain(new StackSetStack(stack, 'Monitoring'))],
])('the template of %s is not deployed into the account', (_, add) => {
  expect(judgedBothWays((app) => add(bareStack(app, 'Network', ENV)))).toBe(NO_TRAIL);
});

test('no stack is told of it, and nothing of it counts', () => {
  const app = makeApp();
  const stack = bareStack(app, 'Network', ENV);
  product(stack);
  const declared = declaredInConstructs(app);
  expect(declared.stacks.map(({ origin }) => origin.path)).toEqual(['Network']);
  expect(declared.declarations.map(({ origin }) => origin.path)).toEqual(['Network/Orders']);
  expect(declared.declarations[0].stack.exported('of-the-product')).toBeUndefined();
});

test('a stack inside it that is deployed on its own is judged', () => {
  const inside = (app: App) => {
    const template = new StackSetStack(bareStack(app, 'Network', ENV), 'Template');
    soundChain(new Stack(template, 'Monitoring', { env: ENV }));
  };
  expect(judgedBothWays(inside)).toBe('PASS');
});

test('a stack inside another one is deployed on its own', () => {
  expect(
    judgedBothWays((app) =>
      soundChain(new Stack(bareStack(app, 'Network', ENV), 'Monitoring', { env: ENV })),
    ),
  ).toBe('PASS');
});
