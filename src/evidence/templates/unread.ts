import { RESOURCE_TYPES } from '../resource-types';
import { isSection, type Template } from './template-file';

/** A part of a template that cannot be read, of a resource or of the whole. */
export interface Unread {
  readonly logicalId?: string;
  readonly reason: string;
}

/**
 * Macros of AWS that add nothing of what a snapshot holds but what a resource of the template asks for.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html
 */
const HARMLESS_TRANSFORMS =
  /^AWS::(Serverless-2016-10-31|LanguageExtensions|SecretsManager-\d{4}-\d\d-\d\d|CodeDeployBlueGreen)$/;

/** Where resources may be that the template does not show. */
export function unreadPartsOf(template: Template): Unread[] {
  return [...transformsOf(template), ...Object.entries(template.Resources).flatMap(unreadIn)];
}

function transformsOf({ transforms }: Template): Unread[] {
  return transforms.flatMap((transform) => {
    const name = isSection(transform) ? transform.Name : transform;
    return HARMLESS_TRANSFORMS.test(String(name))
      ? []
      : { reason: `the transform "${name}" may add and change resources on deployment` };
  });
}

function unreadIn([logicalId, resource]: [string, unknown]): Unread[] {
  if (logicalId.startsWith('Fn::')) {
    return [{ logicalId, reason: `${logicalId} makes resources on deployment` }];
  }
  if (!isSection(resource) || typeof resource.Type !== 'string') {
    return [{ logicalId, reason: 'the resource has no "Type"' }];
  }
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html
  if (resource.Type.endsWith('::MODULE')) {
    return [{ logicalId, reason: `the module "${resource.Type}" makes resources on deployment` }];
  }
  const name = RESOURCE_TYPES.has(resource.Type) ? partialIn(resource) : undefined;
  return name ? [{ logicalId, reason: `${name} may change its properties on deployment` }] : [];
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
