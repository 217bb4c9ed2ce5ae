import type { UnreadablePart } from './declaration';
import { isListed } from './resource-types';

/** Why a part of a stack cannot be read, and what of the rest that part may change. */
export type Reason = Pick<UnreadablePart, 'reason' | 'mayChange'>;

/**
 * Macros of AWS that add nothing of what a chain is made of but what a resource of the template asks for.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const HARMLESS_TRANSFORMS =
  /^AWS::(Serverless-2016-10-31|LanguageExtensions|SecretsManager-\d{4}-\d\d-\d\d|CodeDeployBlueGreen)$/;

/** It puts the content of a file where it stands, and changes nothing beside it. */
const INCLUDE = 'AWS::Include';

/** Resources that deploy a template which is somewhere else. */
const DEPLOYS_TEMPLATE: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::StackSet': 'the template of the stack set is not part of the evidence',
  'AWS::Serverless::Application': "the application's template is not part of the evidence",
  'AWS::ServiceCatalog::CloudFormationProvisionedProduct':
    "the product's template is not part of the evidence",
};

/** @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html */
const CONNECTOR = mayAdd('the connector makes policies and permissions on deployment');

export const NESTED_TEMPLATE_IS_MISSING = mayAdd("the nested stack's template is not part of the evidence");

/** What only adds resources to those that were read. */
export function mayAdd(reason: string): Reason {
  return { reason, mayChange: 'nothing' };
}

/** Of a transform as a template writes it: the name alone, or an object with a `Name`. */
export function transformName(transform: unknown): string {
  const { Name = transform } = Object(transform);
  return String(Name);
}

/**
 * Why a template of that transform is not what will be deployed; undefined where it is.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros-overview.html
 */
export function unreadableTransform(name: string): Reason | undefined {
  if (HARMLESS_TRANSFORMS.test(name)) return undefined;
  return name === INCLUDE
    ? mayAdd(`the transform "${INCLUDE}" may add resources on deployment`)
    : { reason: `the transform "${name}" may add and change resources on deployment`, mayChange: 'stack' };
}

/**
 * Why a resource is not what it seems, or makes others; undefined where it is what it says.
 *
 * @param definition - all that is said of it, or the part in which functions may stand beside properties
 */
export function unreadableResource(type: string, definition: unknown): Reason | undefined {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html
  if (type.endsWith('::MODULE')) return mayAdd(`the module "${type}" makes resources on deployment`);
  if (Object.hasOwn(DEPLOYS_TEMPLATE, type)) return mayAdd(DEPLOYS_TEMPLATE[type]);
  const name = isListed(type) ? functionBesideProperties(definition) : undefined;
  if (name !== undefined) {
    return { reason: `${name} may change its properties on deployment`, mayChange: 'resource' };
  }
  const connects = type === 'AWS::Serverless::Connector' || Object.hasOwn(Object(definition), 'Connectors');
  return connects ? CONNECTOR : undefined;
}

/** A function that adds to the properties that it stands beside or in the place of. */
function functionBesideProperties(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'Fn::Transform' || key.startsWith('Fn::ForEach::')) return key;
    const found = functionBesideProperties(item);
    if (found) return found;
  }
  return undefined;
}
