import { isDeepStrictEqual } from 'node:util';
import type { ResourceKind, ResourceKinds } from '../../../src/evidence/listings';
import type { Resource } from '../../../src/evidence/resource-model';
import { readPolicyDocument } from '../../../src/evidence/resources/policy-document';
import { parseArn } from '../../../src/field/arn';
import {
  all,
  anything,
  field,
  flag,
  isObject,
  listOf,
  number,
  objectOf,
  optional,
  recordOf,
  type Shape,
  text,
  that,
  unreadable,
} from './shape';

const texts = listOf(field(text));
const optionalText = field(optional(text));
const arn = that('ARN', (value) => typeof value === 'string' && parseArn(value) !== undefined);
const account = that('account', (value) => typeof value === 'string' && /^\d{12}$/.test(value));
const origin = objectOf({
  path: optional(text),
  template: optional(text),
  logicalId: optional(text),
  source: optional(text),
});

const statement = objectOf({
  effect: field(text),
  principals: optional(recordOf(texts)),
  notPrincipals: optional(recordOf(texts)),
  actions: optional(texts),
  notActions: optional(texts),
  resources: optional(texts),
  notResources: optional(texts),
  conditions: recordOf(recordOf(texts)),
});

/** What is put again is its text: it has to say what was judged. */
const sameAsItsText: Shape = (value, place) => {
  const { text: given, statements } = value as { readonly text?: string; readonly statements: unknown };
  if (given === undefined || isDeepStrictEqual(statementsIn(given), statements)) return undefined;
  return `${place}.text is no policy with these statements`;
};

const policy = all(objectOf({ statements: listOf(field(statement)), text: optional(text) }), sameAsItsText);

function statementsIn(given: string): unknown {
  try {
    const isPolicy = isObject(JSON.parse(given));
    return isPolicy ? JSON.parse(JSON.stringify(readPolicyDocument(given))).statements : undefined;
  } catch {
    return undefined;
  }
}

const eventSelector = objectOf({
  includeManagementEvents: field(flag),
  readWriteType: field(text),
  excludeManagementEventSources: field(texts),
});

const advancedEventSelector = objectOf({
  fieldSelectors: field(listOf(objectOf({ field: field(text), operators: recordOf(field(texts)) }))),
});

const selectors = optional(listOf(objectOf({})));

type Own<Kind extends ResourceKind> = Required<Omit<ResourceKinds[Kind], keyof Resource>>;

/** What each kind has beside its place, as `audit --format json` writes it. */
const KINDS: { readonly [Kind in ResourceKind]: { readonly [Name in keyof Own<Kind>]: Shape } } = {
  trails: {
    name: field(text),
    arn: field(arn),
    isOrganizationTrail: field(flag),
    isMultiRegionTrail: field(flag),
    isLogging: field(flag),
    eventSelectors: field(optional(listOf(eventSelector))),
    advancedEventSelectors: field(optional(listOf(advancedEventSelector))),
    givenSelectors: optional(objectOf({ EventSelectors: selectors, AdvancedEventSelectors: selectors })),
    logGroupArn: optionalText,
    deliveryRoleArn: optionalText,
    encryptionKey: optionalText,
    deliveryError: optionalText,
  },
  logGroups: { name: field(text), arn: field(text), logGroupClass: field(text), encryptionKey: optionalText },
  metricFilters: {
    logGroupName: field(text),
    pattern: field(text),
    malformedPattern: optional(text),
    metricNamespace: field(text),
    metricName: field(text),
    metricValue: field(text),
    defaultValue: field(optional(number)),
    unit: optionalText,
    dimensions: field(listOf(text)),
    applyOnTransformedLogs: field(flag),
    fieldSelectionCriteria: optionalText,
    emitSystemFieldDimensions: field(texts),
  },
  alarms: {
    name: field(text),
    arn: field(text),
    metric: field(
      objectOf({
        namespace: field(text),
        name: field(text),
        dimensions: field(texts),
        statistic: field(text),
        unit: optionalText,
        account: optionalText,
      }),
    ),
    expression: optional(text),
    comparisonOperator: field(text),
    threshold: field(optional(number)),
    evaluationPeriods: field(number),
    datapointsToAlarm: field(number),
    treatMissingData: field(text),
    actionsEnabled: field(flag),
    alarmActions: field(texts),
    given: optional(objectOf({ AlarmActions: optional(listOf(text)) })),
  },
  compositeAlarms: {
    name: field(text),
    arn: field(text),
    rule: field(text),
    actionsEnabled: field(flag),
    actionsSuppressor: optionalText,
    alarmActions: field(texts),
  },
  muteRules: { alarmNames: field(texts) },
  topics: {
    arn: field(text),
    isFifo: field(flag),
    encryptionKey: optionalText,
    unreadSubscriptions: optional(unreadable),
  },
  topicPolicies: { topicArns: field(texts), document: field(policy) },
  subscriptions: {
    topicArn: field(text),
    protocol: field(text),
    endpoint: optionalText,
    status: that('state of a subscription', (value) =>
      ['declared', 'confirmed', 'pending', 'deleted'].includes(String(value)),
    ),
    filterPolicy: anything,
    filterPolicyScope: field(text),
  },
  keys: {
    keyId: field(text),
    arn: field(text),
    isEnabled: field(flag),
    policy: field(optional(policy)),
    deletion: optional(that('state of a deletion', (value) => value === 'pending' || value === 'done')),
    isAwsManaged: optional(flag),
  },
  keyAliases: { name: field(text), targetKey: field(text) },
  roles: {
    arn: field(text),
    trustPolicy: field(optional(policy)),
    policies: listOf(field(policy)),
    otherPolicies: texts,
    permissionsBoundary: optionalText,
    isDeleted: optional(flag),
  },
  queues: { arn: field(text), url: field(text), encryptionKey: optionalText },
  queuePolicies: { queueUrls: field(texts), document: field(policy) },
  functions: { arn: field(text), name: field(text) },
  functionPermissions: { functionName: field(text), statement },
  eventRules: {
    pattern: anything,
    isEnabled: field(flag),
    targetArns: field(texts),
    eventBusName: optionalText,
  },
  logAlarms: { query: field(text), actionsEnabled: field(flag), alarmActions: field(texts) },
};

const place = { origin, region: text, account, condition: optional(text), mayChange: optional(text) };

/** The evidence of an account. */
export const EVIDENCE = objectOf({
  id: account,
  unreadParts: optional(listOf(objectOf({ origin, reason: text }))),
  recordedBy: optional(listOf(text)),
  ...Object.fromEntries(
    Object.entries(KINDS).map(([kind, own]) => [kind, optional(listOf(objectOf({ ...place, ...own })))]),
  ),
});
