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
  if (logicalId.startsWith('Fn::')) return unreadableLoop(logicalId, resource);
  if (!isSection(resource) || typeof resource.Type !== 'string') return mayAdd('the resource has no "Type"');
  return unreadableResource(resource.Type, resource);
}

/** Resources that can silence a chain which they are no part of. */
const MAY_SILENCE = /^AWS::((IAM|SNS|SQS)::\w*Policy|Logs::MetricFilter|CloudWatch::AlarmMuteRule)$/;

/** A loop shows what it makes, though not what each of them is about. */
function unreadableLoop(logicalId: string, loop: unknown): Reason {
  const silencing = typesIn(loop).find((type) => MAY_SILENCE.test(type));
  return silencing === undefined
    ? mayAdd(`${logicalId} makes resources on deployment`)
    : {
        reason: `${logicalId} makes resources of the type ${silencing} on deployment, which may silence others`,
        mayChange: 'stack',
      };
}

function typesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'Type' && typeof item === 'string' ? [item] : typesIn(item),
  );
}
