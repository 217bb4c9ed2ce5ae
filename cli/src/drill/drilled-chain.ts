import type { Parts } from '../../../src/audit/chain';
import type { Subscription } from '../../../src/evidence/resource-model';
import { parseArn } from '../../../src/field/arn';
import { readable } from '../../../src/field/field';
import { accountOf } from '../live/arn';

/** The parts of a chain that a drill follows, by the names that AWS takes. */
export interface DrilledChain {
  readonly logGroup: { readonly name: string; readonly region: string; readonly account: string };
  readonly alarm: AlarmName;
  /** The one whose action notifies: the alarm itself, or a composite alarm above it. */
  readonly acting: AlarmName;
  readonly metric: { readonly namespace: string; readonly name: string };
  readonly topicArn: string;
  readonly subscribers: readonly Subscriber[];
}

export interface AlarmName {
  readonly name: string;
  readonly region: string;
  readonly account: string;
}

/** Who is told besides the drill. */
export interface Subscriber {
  readonly protocol: string;
  readonly endpoint: string;
  readonly isConfirmed: boolean;
}

/** What a drill can follow of the audit's best chain, or which part of it is not known. */
export function drilledChain(parts: Partial<Parts>): DrilledChain | { readonly missing: string } {
  const { trail, alarm: watching, notification, subscriptions } = parts;
  const logGroupArn = trail && readable(trail.logGroupArn);
  const logGroup = /^log-group:(.*?)(:\*)?$/.exec(parseArn(logGroupArn ?? '')?.resource ?? '')?.[1];
  if (!logGroupArn || !logGroup) return { missing: 'the log group of the trail' };
  const alarm = watching && named(watching.alarm);
  const metric = watching && readable(watching.alarm.metric);
  const [namespace, name] = [metric && readable(metric.namespace), metric && readable(metric.name)];
  const acting = notification && named(notification.acting);
  if (!alarm || !namespace || !name || !acting) return { missing: 'the alarm and its metric' };
  const topicArn = readable(notification.topicArn);
  if (topicArn === undefined) return { missing: 'the topic that the alarm notifies' };
  return {
    logGroup: {
      name: logGroup,
      region: parseArn(logGroupArn)?.region ?? '',
      account: accountOf(logGroupArn) ?? '',
    },
    alarm,
    acting,
    metric: { namespace, name },
    topicArn,
    subscribers: (subscriptions?.subscriptions ?? []).map(({ resource }) => subscriber(resource)),
  };
}

function named(alarm: Parts['notification']['acting']): AlarmName | undefined {
  const name = readable(alarm.name);
  return name === undefined ? undefined : { name, region: alarm.region, account: alarm.account };
}

function subscriber({ protocol, endpoint, status }: Subscription): Subscriber {
  return {
    protocol: readable(protocol) ?? 'unknown protocol',
    endpoint: readable(endpoint) ?? 'an endpoint that could not be read',
    isConfirmed: status === 'confirmed',
  };
}
