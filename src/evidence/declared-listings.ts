import type { Declaration } from '../cloudformation/declaration';
import { arnOf, nameOf } from '../cloudformation/intrinsics';
import type { ResourceType } from '../cloudformation/resource-types';
import type { Field } from '../field/field';
import { type Listing, listingOf } from './listing';
import type { Listings, ResourceKind, ResourceKinds } from './listings';
import { listOf, REFERENCE_NAMES } from './reference-names';
import type { Resource } from './resource-model';
import { metricNameOf, readAlarm } from './resources/alarm';
import { readCompositeAlarm } from './resources/composite-alarm';
import { readEventRule } from './resources/event-rule';
import { attributeOf } from './resources/fields';
import {
  functionNameOf,
  readEventPermissions,
  readFunction,
  readFunctionPermission,
  readQualifiedFunction,
} from './resources/function';
import { readKey, readKeyAlias } from './resources/key';
import { readLogGroup } from './resources/log-group';
import { filterPatternOf, logGroupNameOf, readMetricFilters } from './resources/metric-filter';
import { readMuteRule } from './resources/mute-rule';
import { queueUrlsOf, readQueue, readQueuePolicy } from './resources/queue';
import { readRole } from './resources/role';
import {
  chatTopicsOf,
  readChatSubscriptions,
  readFunctionSubscriptions,
  readInlineSubscriptions,
  readSubscription,
  topicArnOf,
} from './resources/subscription';
import { readTopic, readTopicPolicy, topicArnsOf } from './resources/topic';
import { readTrail } from './resources/trail';

/** How resources of one kind are read from a declaration. */
interface Reader<T> {
  /** The names by which look-ups find it, without reading the whole; none for what is only listed. */
  names?(declaration: Declaration): readonly Field<string>[];
  read(declaration: Declaration, context: ReadingContext): readonly T[];
  /** What tells whether the rest has to be read. */
  text?(declaration: Declaration): Field<string>;
}

interface ReadingContext {
  /** Those that may be attached to a role. */
  readonly rolePolicies: readonly Declaration[];
}

type Readers = { readonly [Kind in ResourceKind]?: Reader<ResourceKinds[Kind]> };

/** What a resource of each type is, or is a part of. The types' own list demands an entry for each. */
const READERS: Readonly<Record<ResourceType, Readers>> = {
  'AWS::CloudTrail::Trail': { trails: one(readTrail) },
  'AWS::Logs::LogGroup': { logGroups: one(readLogGroup, (group) => [nameOf(group)]) },
  'AWS::Logs::MetricFilter': {
    metricFilters: {
      names: (filter) => [logGroupNameOf(filter)],
      read: readMetricFilters,
      text: filterPatternOf,
    },
  },
  'AWS::CloudWatch::Alarm': { alarms: one(readAlarm, (alarm) => [metricNameOf(alarm)]) },
  'AWS::CloudWatch::CompositeAlarm': {
    compositeAlarms: one(readCompositeAlarm, (alarm) => [nameOf(alarm), arnOf(alarm)]),
  },
  'AWS::CloudWatch::AlarmMuteRule': { muteRules: one(readMuteRule) },
  'AWS::SNS::Topic': {
    topics: one(readTopic, (topic) => [arnOf(topic)]),
    subscriptions: { names: (topic) => [arnOf(topic)], read: readInlineSubscriptions },
  },
  'AWS::SNS::TopicPolicy': { topicPolicies: one(readTopicPolicy, (policy) => listOf(topicArnsOf(policy))) },
  'AWS::SNS::TopicInlinePolicy': {
    topicPolicies: one(readTopicPolicy, (policy) => listOf(topicArnsOf(policy))),
  },
  'AWS::SNS::Subscription': { subscriptions: one(readSubscription, (each) => [topicArnOf(each)]) },
  'AWS::Chatbot::SlackChannelConfiguration': {
    subscriptions: { names: chatTopicsOf, read: readChatSubscriptions },
  },
  'AWS::Chatbot::MicrosoftTeamsChannelConfiguration': {
    subscriptions: { names: chatTopicsOf, read: readChatSubscriptions },
  },
  'AWS::KMS::Key': { keys: one(readKey, (key) => [nameOf(key), arnOf(key)]) },
  'AWS::KMS::Alias': { keyAliases: one(readKeyAlias, (alias) => [nameOf(alias)]) },
  'AWS::IAM::Role': {
    roles: {
      names: (role) => [arnOf(role)],
      read: (role, { rolePolicies }) => [readRole(role, rolePolicies)],
    },
  },
  // Part of their roles.
  'AWS::IAM::ManagedPolicy': {},
  'AWS::IAM::Policy': {},
  'AWS::IAM::RolePolicy': {},
  'AWS::SQS::Queue': { queues: one(readQueue, (queue) => [attributeOf(queue, 'Arn')]) },
  'AWS::SQS::QueuePolicy': { queuePolicies: one(readQueuePolicy, (policy) => listOf(queueUrlsOf(policy))) },
  'AWS::SQS::QueueInlinePolicy': {
    queuePolicies: one(readQueuePolicy, (policy) => listOf(queueUrlsOf(policy))),
  },
  'AWS::Lambda::Function': { functions: one(readFunction, (each) => [attributeOf(each, 'Arn')]) },
  // Each is subscribed and permitted by its own ARN.
  'AWS::Lambda::Alias': { functions: one(readQualifiedFunction, (each) => [attributeOf(each)]) },
  'AWS::Lambda::Version': { functions: one(readQualifiedFunction, (each) => [attributeOf(each)]) },
  'AWS::Lambda::Permission': {
    functionPermissions: one(readFunctionPermission, (each) => [functionNameOf(each)]),
  },
  'AWS::Serverless::Function': {
    functions: one(readFunction, (each) => [attributeOf(each, 'Arn')]),
    functionPermissions: { names: (each) => [attributeOf(each)], read: readEventPermissions },
    subscriptions: {
      names: (each) => readFunctionSubscriptions(each).map(({ topicArn }) => topicArn),
      read: readFunctionSubscriptions,
    },
  },
  'AWS::Events::Rule': { eventRules: one(readEventRule) },
};

const ROLE_POLICIES: readonly string[] = [
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
] satisfies ResourceType[];

/** Why a resource may be changed on deployment; undefined where nothing changes it. */
export type ChangeOf = (declaration: Declaration) => string | undefined;

/** What an app, or a part of it, declares, read when somebody looks for it. */
export function declaredListings(
  declarations: readonly Declaration[],
  changeOf: ChangeOf = () => undefined,
): Listings {
  const byType = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    const others = byType.get(declaration.type);
    if (others) others.push(declaration);
    else byType.set(declaration.type, [declaration]);
  }
  const context: ReadingContext = {
    rolePolicies: ROLE_POLICIES.flatMap((type) => byType.get(type) ?? []),
  };
  const kinds = Object.keys(REFERENCE_NAMES) as ResourceKind[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, declaredListing(kind, byType, context, changeOf)]),
  ) as unknown as Listings;
}

/** A declaration with its reader for one kind: a topic is read both as a topic and for its subscriptions. */
interface Item {
  readonly declaration: Declaration;
  readonly reader: Reader<Resource>;
}

function declaredListing(
  kind: ResourceKind,
  byType: ReadonlyMap<string, readonly Declaration[]>,
  context: ReadingContext,
  changeOf: ChangeOf,
): Listing<Resource> {
  const items = Object.entries(READERS).flatMap(([type, readers]): Item[] => {
    const reader = readers[kind] as Reader<Resource> | undefined;
    return reader ? (byType.get(type) ?? []).map((declaration) => ({ declaration, reader })) : [];
  });
  return listingOf(
    items,
    ({ declaration, reader }) => reader.names?.(declaration) ?? [],
    ({ declaration, reader }) => {
      const mayChange = changeOf(declaration);
      const resources = reader.read(declaration, context);
      return mayChange === undefined ? resources : resources.map((resource) => ({ ...resource, mayChange }));
    },
    REFERENCE_NAMES[kind] as (resource: Resource) => readonly Field<string>[],
    ({ declaration, reader }) => reader.text?.(declaration),
  );
}

function one<T>(
  read: (declaration: Declaration) => T,
  names?: (declaration: Declaration) => readonly Field<string>[],
): Reader<T> {
  return { names, read: (declaration) => [read(declaration)] };
}
