import {
  mayAdd,
  type Reason,
  transformName,
  unreadableResource,
  unreadableTransform,
} from '../unreadable-parts';
import { isSection, type Template } from './template-file';

/** Of a resource, or of the whole template. */
export interface ReasonInTemplate extends Reason {
  readonly logicalId?: string;
}

/** Where resources may be that the template does not show, and what may change those that it shows. */
export function unreadablePartsOf(template: Template): ReasonInTemplate[] {
  return [
    ...template.transforms.flatMap((transform) => unreadableTransform(transformName(transform)) ?? []),
    ...Object.entries(template.Resources).flatMap(([logicalId, resource]) => {
      const reason = unreadableEntry(logicalId, resource);
      return reason ? [{ logicalId, ...reason }] : [];
    }),
  ];
}

function unreadableEntry(logicalId: string, resource: unknown): Reason | undefined {
  // A macro is given all that stands beside it.
  if (logicalId === 'Fn::Transform') return unreadableTransform(transformName(resource));
  if (logicalId.startsWith('Fn::')) return mayAdd(`${logicalId} makes resources on deployment`);
  if (!isSection(resource) || typeof resource.Type !== 'string') return mayAdd('the resource has no "Type"');
  return unreadableResource(resource.Type, resource);
}
