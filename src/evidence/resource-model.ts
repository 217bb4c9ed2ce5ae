import type { Field, Unreadable } from '../field/field';
import type { Origin } from '../field/origin';

/**
 * The resources of a chain as plain data, whoever read them: a template, a construct tree, a live account.
 *
 * Resources are joined by name and ARN, as the AWS CLI does it. A name that CloudFormation makes up on deployment is
 * written as a placeholder that names the resource, `${path.of.the.resource}`; it equals only itself.
 */
export interface Resource {
  readonly origin: Origin;
  readonly region: string;
  /** Twelve digits, or `UNRESOLVED_ACCOUNT`. */
  readonly account: string;
  /** The name of the CloudFormation condition under which it is made. */
  readonly condition?: string;
  /** Why it may be another one when it is deployed, as a macro makes it. */
  readonly mayChange?: string;
}

export interface Trail extends Resource {
  readonly name: Field<string>;
  readonly arn: Field<string>;
  /** Whether it records the events of all accounts of the organization. */
  readonly isOrganizationTrail: Field<boolean>;
  readonly isMultiRegionTrail: Field<boolean>;
  readonly isLogging: Field<boolean>;
  /** Undefined where none are set: a new trail records all management events. */
  readonly eventSelectors: Field<readonly EventSelector[] | undefined>;
  readonly advancedEventSelectors: Field<readonly AdvancedEventSelector[] | undefined>;
  /** The same as a live account gave them, with what the chain does not need, such as data events. */
  readonly givenSelectors?: GivenSelectors;
  /** Ends in `:*`. */
  readonly logGroupArn: Field<string | undefined>;
  /** With which CloudTrail writes to the log group. */
  readonly deliveryRoleArn: Field<string | undefined>;
  /** Key id, ARN or alias. */
  readonly encryptionKey: Field<string | undefined>;
  /** Why CloudTrail could not write to the log group the last time, as it says itself; a template does not tell. */
  readonly deliveryError?: Field<string | undefined>;
}

/** As `get-event-selectors` prints them: a trail has one kind or the other. */
export interface GivenSelectors {
  readonly EventSelectors?: readonly Readonly<Record<string, unknown>>[];
  readonly AdvancedEventSelectors?: readonly Readonly<Record<string, unknown>>[];
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
  /** Why the service takes no such pattern at all, where it is not even a text. */
  readonly malformedPattern?: string;
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
  /** The queries from which the metric is computed, as text; undefined where it is not computed, or not all is known of them. */
  readonly expression?: string;
  readonly comparisonOperator: Field<string>;
  readonly threshold: Field<number | undefined>;
  /** A number of periods. */
  readonly evaluationPeriods: Field<number>;
  /** A number of periods; as `evaluationPeriods` where it is not set. */
  readonly datapointsToAlarm: Field<number>;
  readonly treatMissingData: Field<string>;
  readonly actionsEnabled: Field<boolean>;
  readonly alarmActions: Field<readonly Field<string>[]>;
  /** All that `describe-alarms` prints of a live alarm: who puts an alarm again has to name every setting. */
  readonly given?: Readonly<Record<string, unknown>>;
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
  readonly arn: Field<string>;
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
  /** Why it could not be read whether the topic declares more subscriptions inline. */
  readonly unreadSubscriptions?: Unreadable;
}

/** A policy that is set on topics, each in the place of the one before. */
export interface TopicPolicy extends Resource {
  readonly topicArns: Field<readonly Field<string>[]>;
  readonly document: Field<PolicyDocument>;
}

export interface Subscription extends Resource {
  readonly topicArn: Field<string>;
  /** `https`, `sqs`, `lambda`, ...; `chat` for a chat configuration, which subscribes itself. */
  readonly protocol: Field<string>;
  /** An ARN, a URL or an address. */
  readonly endpoint: Field<string | undefined>;
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
  readonly isEnabled: Field<boolean>;
  readonly policy: Field<PolicyDocument | undefined>;
  /** Whether a live account waits to delete it, or does not have it any more. */
  readonly deletion?: 'pending' | 'done';
  /** Whether AWS made it, so that nobody changes its state or its policy. */
  readonly isAwsManaged?: boolean;
}

export interface KeyAlias extends Resource {
  /** `alias/...` */
  readonly name: Field<string>;
  /** Key id or ARN. */
  readonly targetKey: Field<string>;
}

/** A role with every identity policy that the evidence attaches to it. */
export interface Role extends Resource {
  readonly arn: Field<string>;
  readonly trustPolicy: Field<PolicyDocument | undefined>;
  readonly policies: readonly Field<PolicyDocument>[];
  /** Managed policies that are named and not part of the evidence. */
  readonly otherPolicies: readonly Field<string>[];
  readonly permissionsBoundary: Field<string | undefined>;
  /** Whether a live account names it and does not have it any more. */
  readonly isDeleted?: boolean;
}

export interface EventRule extends Resource {
  readonly pattern: Field<unknown>;
  readonly isEnabled: Field<boolean>;
  readonly targetArns: Field<readonly Field<string>[]>;
  /** The bus, undefined for the default one. */
  readonly eventBusName: Field<string | undefined>;
}

/** An alarm on what a log query finds, without filter and metric. */
export interface LogAlarm extends Resource {
  readonly query: Field<string>;
  readonly actionsEnabled: Field<boolean>;
  readonly alarmActions: Field<readonly Field<string>[]>;
}

export interface Queue extends Resource {
  readonly arn: Field<string>;
  readonly url: Field<string>;
  readonly encryptionKey: Field<string | undefined>;
}

/** A policy that is set on queues, each in the place of the one before. */
export interface QueuePolicy extends Resource {
  readonly queueUrls: Field<readonly Field<string>[]>;
  readonly document: Field<PolicyDocument>;
}

export interface LambdaFunction extends Resource {
  readonly arn: Field<string>;
  readonly name: Field<string>;
}

/** One statement of a function's policy. */
export interface FunctionPermission extends Resource {
  /** Name or ARN, of a version or alias too. */
  readonly functionName: Field<string>;
  readonly statement: PolicyStatement;
}

/** An IAM policy, every element that may be a single value or a list made a list. */
export interface PolicyDocument {
  readonly statements: readonly Field<PolicyStatement>[];
  /** The document as a live account gave it. */
  readonly text?: string;
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
