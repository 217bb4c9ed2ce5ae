import { RESOURCE_TYPES } from './resource-types';

/**
 * Macros of AWS that add nothing of what a snapshot holds but what a resource of the template asks for.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const HARMLESS_TRANSFORMS =
  /^AWS::(Serverless-2016-10-31|LanguageExtensions|SecretsManager-\d{4}-\d\d-\d\d|CodeDeployBlueGreen)$/;

export const NESTED_TEMPLATE_IS_MISSING = "the nested stack's template is not part of the evidence";

/** Of a transform as a template writes it: the name alone, or an object with a `Name`. */
export function transformName(transform: unknown): string {
  const { Name = transform } = Object(transform);
  return String(Name);
}

/** Why a template of that transform may have resources that it does not show; undefined where it has none. */
export function unreadTransform(name: string): string | undefined {
  return HARMLESS_TRANSFORMS.test(name)
    ? undefined
    : `the transform "${name}" may add and change resources on deployment`;
}

/**
 * Why a resource is not what it seems, or makes others; undefined where it is what it says.
 *
 * @param definition - all that is said of it, or the part in which functions may stand beside properties
 */
export function unreadResource(type: string, definition: unknown): string | undefined {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html
  if (type.endsWith('::MODULE')) return `the module "${type}" makes resources on deployment`;
  const name = RESOURCE_TYPES.has(type) ? partialIn(definition) : undefined;
  return name && `${name} may change its properties on deployment`;
}

/** A function that adds to the properties that it stands beside or in the place of. */
function partialIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'Fn::Transform' || key.startsWith('Fn::ForEach::')) return key;
    const found = partialIn(item);
    if (found) return found;
  }
  return undefined;
}
