import { type Field, isUnreadable } from '../field/field';
import type { ResourceKind, ResourceKinds } from './listings';

/** By which names the look-ups find a resource; a kind that is only listed has none. */
export const REFERENCE_NAMES: {
  readonly [Kind in ResourceKind]: (resource: ResourceKinds[Kind]) => readonly Field<string>[];
} = {
  trails: () => [],
  logGroups: ({ name }) => [name],
  metricFilters: ({ logGroupName }) => [logGroupName],
  alarms: ({ metric }) => [isUnreadable(metric) ? metric : metric.name],
  compositeAlarms: ({ name, arn }) => [name, arn],
  muteRules: () => [],
  topics: ({ arn }) => [arn],
  topicPolicies: ({ topicArns }) => listOf(topicArns),
  subscriptions: ({ topicArn }) => [topicArn],
  keys: ({ keyId, arn }) => [keyId, arn],
  keyAliases: ({ name }) => [name],
  roles: ({ arn }) => [arn],
  queues: ({ arn }) => [arn],
  queuePolicies: ({ queueUrls }) => listOf(queueUrls),
  functions: ({ arn }) => [arn],
  functionPermissions: ({ functionName }) => [functionName],
  eventRules: () => [],
  logAlarms: () => [],
};

/** The names of a list; where the list could not be read, any name may be in it. */
export function listOf(names: Field<readonly Field<string>[]>): readonly Field<string>[] {
  return isUnreadable(names) ? [names] : names;
}
