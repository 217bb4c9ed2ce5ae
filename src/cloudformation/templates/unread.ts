import { transformName, unreadResource, unreadTransform } from '../unread';
import { isSection, type Template } from './template-file';

/** A part of a template that cannot be read, of a resource or of the whole. */
export interface Unread {
  readonly logicalId?: string;
  readonly reason: string;
}

/** Where resources may be that the template does not show. */
export function unreadPartsOf(template: Template): Unread[] {
  return [...transformsOf(template), ...Object.entries(template.Resources).flatMap(unreadIn)];
}

function transformsOf({ transforms }: Template): Unread[] {
  return transforms.flatMap((transform) => {
    const reason = unreadTransform(transformName(transform));
    return reason ? [{ reason }] : [];
  });
}

function unreadIn([logicalId, resource]: [string, unknown]): Unread[] {
  if (logicalId.startsWith('Fn::')) {
    return [{ logicalId, reason: `${logicalId} makes resources on deployment` }];
  }
  if (!isSection(resource) || typeof resource.Type !== 'string') {
    return [{ logicalId, reason: 'the resource has no "Type"' }];
  }
  const reason = unreadResource(resource.Type, resource);
  return reason ? [{ logicalId, reason }] : [];
}
