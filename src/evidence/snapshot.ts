import type { Field, Unreadable } from '../field/field';
import type { Origin } from '../field/origin';

/**
 * What is known of one account: plain data, and all that the audit sees.
 *
 * Resources are joined by name and ARN, as the AWS CLI does it. A name that CloudFormation makes up on deployment is
 * written as a placeholder that names the resource, `${path.of.the.resource}`; it equals only itself.
 */
export interface Snapshot {
  /** Twelve digits, or `UNRESOLVED_ACCOUNT`. */
  readonly account: string;
  readonly trails: readonly Trail[];
  readonly logGroups: readonly LogGroup[];
  readonly metricFilters: readonly MetricFilter[];
  readonly alarms: readonly Alarm[];
  readonly compositeAlarms: readonly CompositeAlarm[];
  readonly muteRules: readonly AlarmMuteRule[];
  readonly topics: readonly Topic[];
  readonly subscriptions: readonly Subscription[];
  readonly keys: readonly Key[];
  readonly roles: readonly Role[];
  readonly eventRules: readonly EventRule[];
  /** What may hold more resources and could not be read: where there is any, nothing can be said to be missing. */
  readonly unreadableParts?: readonly { readonly origin: Origin; readonly reason: string }[];
}

/** The group of all stacks whose account is not known before they are deployed. */
export const UNRESOLVED_ACCOUNT = '${AWS::AccountId}';

export interface Resource {
  readonly origin: Origin;
  readonly region: string;
  /** The name of the CloudFormation condition under which it is made. */
  readonly condition?: string;
}

export interface Trail extends Resource {
  readonly name: Field<string>;
  readonly isMultiRegionTrail: Field<boolean>;
  readonly isLogging: Field<boolean>;
  /** Undefined where none are set: a new trail records all management events. */
  readonly eventSelectors: Field<readonly EventSelector[] | undefined>;
  readonly advancedEventSelectors: Field<readonly AdvancedEventSelector[] | undefined>;
  /** Ends in `:*`. */
  readonly logGroupArn: Field<string | undefined>;
  /** With which CloudTrail writes to the log group. */
  readonly deliveryRoleArn: Field<string | undefined>;
  /** Key id, ARN or alias. */
  readonly encryptionKey: Field<string | undefined>;
}

export interface EventSelector {
  readonly includeManagementEvents: Field<boolean>;
  readonly readWriteType: Field<string>;
  readonly excludeManagementEventSources: Field<readonly Field<string>[]>;
}

export interface AdvancedEventSelector {
  readonly fieldSelectors: Field<readonly FieldSelector[]>;
}

export interface FieldSelector {
  readonly field: Field<string>;
  /** The operators that are set and their values, such as `equals: ['Management']`. */
  readonly operators: Readonly<Record<string, Field<readonly Field<string>[]>>>;
}

export interface LogGroup extends Resource {
  readonly name: Field<string>;
  readonly arn: Field<string>;
  /** `STANDARD`, `INFREQUENT_ACCESS` or `DELIVERY`. */
  readonly logGroupClass: Field<string>;
  readonly encryptionKey: Field<string | undefined>;
}

/** One transformation of one metric filter. */
export interface MetricFilter extends Resource {
  readonly logGroupName: Field<string>;
  readonly pattern: Field<string>;
  readonly metricNamespace: Field<string>;
  readonly metricName: Field<string>;
  /** A number as text, or a selector such as `$.size`. */
  readonly metricValue: Field<string>;
  readonly defaultValue: Field<number | undefined>;
  readonly unit: Field<string | undefined>;
  /** The names of the dimensions. */
  readonly dimensions: Field<readonly string[]>;
  readonly applyOnTransformedLogs: Field<boolean>;
  readonly fieldSelectionCriteria: Field<string | undefined>;
  readonly emitSystemFieldDimensions: Field<readonly Field<string>[]>;
}

export interface Alarm extends Resource {
  readonly name: Field<string>;
  readonly arn: Field<string>;
  /** The metric that it watches; unreadable where it is computed from others. */
  readonly metric: Field<AlarmMetric>;
  readonly comparisonOperator: Field<string>;
  readonly threshold: Field<number | undefined>;
  /** A number of periods. */
  readonly evaluationPeriods: Field<number>;
  /** A number of periods; as `evaluationPeriods` where it is not set. */
  readonly datapointsToAlarm: Field<number>;
  readonly treatMissingData: Field<string>;
  readonly actionsEnabled: Field<boolean>;
  readonly alarmActions: Field<readonly Field<string>[]>;
}

export interface AlarmMetric {
  readonly namespace: Field<string>;
  readonly name: Field<string>;
  /** The names of the dimensions. */
  readonly dimensions: Field<readonly Field<string>[]>;
  /** `Sum`, `p99`, ... */
  readonly statistic: Field<string>;
  readonly unit: Field<string | undefined>;
  /** The account whose metric it is, where it is said. */
  readonly account: Field<string | undefined>;
}

export interface CompositeAlarm extends Resource {
  readonly name: Field<string>;
  readonly rule: Field<string>;
  readonly actionsEnabled: Field<boolean>;
  readonly actionsSuppressor: Field<string | undefined>;
  readonly alarmActions: Field<readonly Field<string>[]>;
}

/** Mutes the actions of alarms while its schedule says so. */
export interface AlarmMuteRule extends Resource {
  readonly alarmNames: Field<readonly Field<string>[]>;
}

export interface Topic extends Resource {
  readonly arn: Field<string>;
  readonly isFifo: Field<boolean>;
  readonly encryptionKey: Field<string | undefined>;
  /** Undefined where it has the default policy. */
  readonly policy: Field<PolicyDocument | undefined>;
  /** Why it could not be read whether the topic declares more subscriptions inline. */
  readonly unreadSubscriptions?: Unreadable;
}

export interface Subscription extends Resource {
  readonly topicArn: Field<string>;
  readonly protocol: Field<string>;
  /** `declared` in a template, where nobody knows yet whether it will be confirmed. */
  readonly status: 'declared' | 'confirmed' | 'pending' | 'deleted';
  /** The filter policy as it was given. */
  readonly filterPolicy: Field<unknown | undefined>;
  /** `MessageAttributes` or `MessageBody`. */
  readonly filterPolicyScope: Field<string>;
}

export interface Key extends Resource {
  readonly keyId: Field<string>;
  readonly arn: Field<string>;
  /** `alias/...`, of this account and region. */
  readonly aliases: readonly Field<string>[];
  readonly isEnabled: Field<boolean>;
  readonly policy: Field<PolicyDocument | undefined>;
}

/** A role with every identity policy that the evidence attaches to it. */
export interface Role extends Resource {
  readonly arn: Field<string>;
  readonly trustPolicy: Field<PolicyDocument | undefined>;
  readonly policies: readonly Field<PolicyDocument>[];
  /** Managed policies that are named and not part of the evidence. */
  readonly otherPolicies: readonly Field<string>[];
  readonly permissionsBoundary: Field<string | undefined>;
}

export interface EventRule extends Resource {
  readonly pattern: Field<unknown>;
  readonly isEnabled: Field<boolean>;
  readonly targetArns: Field<readonly Field<string>[]>;
  /** The bus, undefined for the default one. */
  readonly eventBusName: Field<string | undefined>;
}

/** An IAM policy, every element that may be a single value or a list made a list. */
export interface PolicyDocument {
  readonly statements: readonly Field<PolicyStatement>[];
}

export interface PolicyStatement {
  readonly effect: Field<string>;
  /** By kind (`AWS`, `Service`, ...; `*` for everybody); undefined in identity policies. */
  readonly principals?: Readonly<Record<string, readonly Field<string>[]>>;
  readonly notPrincipals?: Readonly<Record<string, readonly Field<string>[]>>;
  readonly actions?: readonly Field<string>[];
  readonly notActions?: readonly Field<string>[];
  readonly resources?: readonly Field<string>[];
  readonly notResources?: readonly Field<string>[];
  /** Operator, condition key, values. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly Field<string>[]>>>>;
}
