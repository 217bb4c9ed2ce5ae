import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { EmailSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { NaclChangeMonitor, type NaclChangeMonitorProps } from '../../src';
import { readable } from './readable';

/** A subscription that nothing warns of. */
export const WEBHOOK = () => new UrlSubscription('https://hooks.example.com/nacl');
export const EMAIL = () => new EmailSubscription('security@example.com');

export interface Monitored {
  readonly stack: Stack;
  readonly monitor: NaclChangeMonitor;
}

/** A stack with a monitor; filter, metric and alarm never share a name. */
export function monitored(
  props: Partial<NaclChangeMonitorProps> | ((stack: Stack) => Partial<NaclChangeMonitorProps>) = {},
  stackProps: StackProps = {},
): Monitored {
  const stack = new Stack(new App(), 'Security', stackProps);
  const given = typeof props === 'function' ? props(stack) : props;
  const monitor = new NaclChangeMonitor(stack, 'NaclChanges', {
    subscriptions: given.topic ? undefined : [WEBHOOK()],
    metricNamespace: 'Company/Network',
    metricName: 'PacketFilterEdits',
    ...given,
    alarm: { alarmName: 'somebody-touched-a-subnet', ...given.alarm },
  });
  return { stack, monitor };
}

/** The one resource of a type, and its logical id. */
export function only(stack: Stack, type: string): { id: string; [section: string]: any } {
  const found = Object.entries(Template.fromStack(stack).findResources(type));
  expect(found.map(([id]) => id)).toHaveLength(1);
  const [[id, resource]] = found;
  return { id, ...resource };
}

/** The properties, intrinsic functions as text, of the one resource of a type whose logical id begins so. */
export function propertiesOf(stack: Stack, type: string, idPrefix: string): any {
  const found = Object.entries(Template.fromStack(stack).findResources(type)).filter(([id]) =>
    // The hash behind the path keeps `Bucket` from meaning `BucketPolicy` as well.
    new RegExp(`^${idPrefix}[0-9A-F]{8}$`).test(id),
  );
  expect(found.map(([id]) => id)).toHaveLength(1);
  return readable(found[0][1].Properties);
}

export function warnings(stack: Stack): string[] {
  return (
    Annotations.fromStack(stack)
      .findWarning('*', Match.anyValue())
      .map(({ entry }) => String(entry.data))
      // The lowest CDK of the peer range writes the prefix small, the newest with a capital.
      .map((text) => text.replace(/\[ack: annotation::/i, '[ack: '))
      .filter((text) => text.includes('cdk-nacl-change-monitor'))
  );
}
