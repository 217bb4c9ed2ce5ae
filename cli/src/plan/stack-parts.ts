/** What the one new stack of a plan makes, and what it uses that is there. */
export interface StackParts {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** A trail with its bucket: only where there is none. */
  readonly trail: boolean;
  /** A log group and the role with which CloudTrail writes to it. */
  readonly logGroup: boolean;
  readonly role: boolean;
  readonly filter: boolean;
  readonly alarm: boolean;
  /** Of the group that is made or is there; undefined where the stack names it itself. */
  readonly logGroupName: string;
  /** What the alarm watches, of its own filter or of one that is there. */
  readonly metric: { readonly namespace: string; readonly name: string };
  /** The topic that is there; without one the stack makes it. */
  readonly topicArn?: string;
  /** The key that is there and lets alarms use it, for a topic that is made; without one the stack makes it. */
  readonly keyArn?: string;
  /** Who is subscribed to a topic that is made; without one the template asks for it. */
  readonly emails: readonly string[];
}

export const STACK_NAME = 'nacl-change-monitor';
export const METRIC_NAMESPACE = 'NaclChangeMonitor';

/** Where evidence of the new stack says it comes from. */
export const ORIGIN = { path: 'the new stack' };

export function makesTopic({ alarm, topicArn }: StackParts): boolean {
  return alarm && topicArn === undefined;
}

/** Whatever is made and can be encrypted has one key. */
export function makesKey(parts: StackParts): boolean {
  return parts.trail || parts.logGroup || (makesTopic(parts) && parts.keyArn === undefined);
}

/** Known before it is made, because the trail has to be told. */
export function roleName({ region }: StackParts): string {
  return `${STACK_NAME}-delivery-${region}`;
}

export function roleArn(parts: StackParts): string {
  return `arn:${parts.partition}:iam::${parts.account}:role/${roleName(parts)}`;
}

export function logGroupArn({ partition, region, account, logGroupName }: StackParts): string {
  return `arn:${partition}:logs:${region}:${account}:log-group:${logGroupName}`;
}

/** A trail of the account is found by this name in all regions. */
export const TRAIL_NAME = STACK_NAME;
