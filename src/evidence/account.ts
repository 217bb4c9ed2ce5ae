import { compare, type Field, isUnreadable, shown } from '../field/field';
import type { Origin } from '../field/origin';
import { type Listing, listingOf } from './listing';
import type { Listings, ResourceKind, ResourceKinds } from './listings';
import type { Possible } from './possible';
import type {
  Alarm,
  AlarmMuteRule,
  CompositeAlarm,
  EventRule,
  FunctionPermission,
  Key,
  LambdaFunction,
  LogAlarm,
  LogGroup,
  MetricFilter,
  Queue,
  QueuePolicy,
  Role,
  Subscription,
  Topic,
  TopicPolicy,
  Trail,
} from './resource-model';

/** The group of all stacks whose account is not known before they are deployed. */
export const UNRESOLVED_ACCOUNT = '${AWS::AccountId}';

/** What may hold more of a chain and could not be read. */
export interface UnreadPart {
  readonly origin: Origin;
  /** Why, as the end of a sentence that starts with "could not read it:". */
  readonly reason: string;
}

export interface Metric {
  readonly namespace: Field<string>;
  readonly name: Field<string>;
  readonly region: string;
}

/** Where a name without an ARN belongs. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/**
 * One account, by look-ups that mirror the benchmark's own commands. All that the audit sees.
 *
 * A look-up gives what is meant for certain, and what may be meant for all that is known, with the doubt: a name that a
 * parameter decides, a resource that is made only under a condition.
 */
export class Account {
  private filtersByMetric?: Listing<MetricFilter>;
  private compositesByReference?: Listing<CompositeAlarm>;

  /**
   * @param id twelve digits, or `UNRESOLVED_ACCOUNT`
   * @param own what the account has
   * @param everywhere what this and other accounts have that can be read: a topic of another account of the app is read
   * there
   * @param recordedBy the ARNs of trails of other accounts that record this one, as `describe-trails` shows those of its
   * organization
   */
  constructor(
    public readonly id: string,
    private readonly own: Listings,
    private readonly everywhere: Listings | undefined,
    public readonly unreadParts: readonly UnreadPart[],
    public readonly recordedBy: readonly string[] = [],
  ) {}

  /** `aws cloudtrail describe-trails` */
  public get trails(): readonly Trail[] {
    return this.own.trails.all();
  }

  /** Those of the account whose pattern suits, of whatever log group. */
  public metricFilters(suits: (pattern: Field<string>) => boolean): readonly MetricFilter[] {
    return this.own.metricFilters.where(suits);
  }

  public get muteRules(): readonly AlarmMuteRule[] {
    return this.own.muteRules.all();
  }

  /** `aws events list-rules` */
  public get eventRules(): readonly EventRule[] {
    return this.own.eventRules.all();
  }

  public get logAlarms(): readonly LogAlarm[] {
    return this.own.logAlarms.all();
  }

  public logGroups(name: Field<string>, region: string): readonly Possible<LogGroup>[] {
    return inRegion(this.own.logGroups.named(name), region);
  }

  /** `aws logs describe-metric-filters --log-group-name` */
  public metricFiltersOn(logGroupName: Field<string>, region: string): readonly Possible<MetricFilter>[] {
    return inRegion(this.own.metricFilters.named(logGroupName), region);
  }

  /** All filters that feed a metric, whatever they count, of whatever log group. */
  public metricFiltersFeeding({ namespace, name, region }: Metric): readonly Possible<MetricFilter>[] {
    this.filtersByMetric ??= listingOf(
      this.own.metricFilters.all(),
      ({ metricName }) => [metricName],
      (filter) => [filter],
    );
    return inRegion(this.filtersByMetric.named(name), region).flatMap((filter) =>
      where(filter, compare(filter.resource.metricNamespace, namespace)),
    );
  }

  /**
   * Those that watch a metric of that name, or compute with it: whether they watch the very metric is for the audit to say.
   * `aws cloudwatch describe-alarms --query 'MetricAlarms[?MetricName==...]'`
   */
  public alarmsOn(metricName: Field<string>): readonly Alarm[] {
    return this.own.alarms
      .named(metricName)
      .map(({ resource }) => resource)
      .filter(({ expression }) => expression === undefined || expression.includes(shown(metricName)));
  }

  /** Those whose rule refers to the alarm, or may, directly or through other composite alarms. */
  public compositeAlarmsAbove(alarm: Alarm | CompositeAlarm): readonly CompositeAlarm[] {
    this.compositesByReference ??= listingOf(
      this.own.compositeAlarms.all(),
      ({ rule }) => referencesIn(rule),
      (composite) => [composite],
    );
    const above = new Set<CompositeAlarm>();
    const rest: (Alarm | CompositeAlarm)[] = [alarm];
    for (let below = rest.pop(); below; below = rest.pop()) {
      for (const { resource } of [below.name, below.arn].flatMap(this.compositesByReference.named)) {
        if (above.has(resource)) continue;
        above.add(resource);
        rest.push(resource);
      }
    }
    return [...above];
  }

  /** The composite alarms that a reference in a rule means, by name or ARN. */
  public compositeAlarms(reference: string): readonly Possible<CompositeAlarm>[] {
    return this.own.compositeAlarms.named(reference);
  }

  /** `aws sns get-topic-attributes --topic-arn` */
  public topics(arn: Field<string>): readonly Possible<Topic>[] {
    return this.find('topics', arn);
  }

  public topicPolicies(arn: Field<string>): readonly Possible<TopicPolicy>[] {
    return this.find('topicPolicies', arn);
  }

  /** `aws sns list-subscriptions-by-topic --topic-arn`; whoever has a queue subscribes it, in whatever account. */
  public subscriptions(topicArn: Field<string>): readonly Possible<Subscription>[] {
    return this.find('subscriptions', topicArn);
  }

  /**
   * Keys by id, ARN, alias or ARN of an alias.
   *
   * @param place of what is encrypted: an id or an alias means one of the same account and region
   */
  public keys(reference: Field<string>, place: Place): readonly Possible<Key>[] {
    const alias = /^arn:.*:(alias\/.*)$/.exec(shown(reference))?.[1];
    const direct = this.find('keys', reference).filter(
      ({ resource }) => shown(resource.arn) === shown(reference) || isAt(resource, place),
    );
    const mayBeAlias = isUnreadable(reference) || alias !== undefined || reference.startsWith('alias/');
    const aliases = mayBeAlias
      ? this.find('keyAliases', alias === undefined ? reference : renamed(reference, alias))
      : [];
    const byAlias = aliases
      .filter(({ resource }) =>
        alias === undefined ? isAt(resource, place) : isAt(resource, placeIn(shown(reference))),
      )
      .flatMap(({ resource: { targetKey }, doubt, mayBeAnother }) =>
        this.find('keys', targetKey).map((key) => ({
          ...key,
          doubt: doubt ?? key.doubt,
          mayBeAnother: mayBeAnother || key.mayBeAnother,
        })),
      );
    const found = new Map([...direct, ...byAlias].map((key) => [key.resource, key]));
    return [...found.values()];
  }

  /** Aliases of a key, for messages. */
  public aliasesOf({ keyId, arn }: Key): readonly Field<string>[] {
    return this.own.keyAliases
      .all()
      .filter(({ targetKey }) => [keyId, arn].some((name) => shown(name) === shown(targetKey)))
      .map(({ name }) => name);
  }

  public roles(arn: Field<string>): readonly Possible<Role>[] {
    return this.find('roles', arn);
  }

  public queues(arn: Field<string>): readonly Possible<Queue>[] {
    return this.find('queues', arn);
  }

  public queuePolicies(url: Field<string>): readonly Possible<QueuePolicy>[] {
    return this.find('queuePolicies', url);
  }

  public functions(arn: Field<string>): readonly Possible<LambdaFunction>[] {
    return this.find('functions', arn);
  }

  public functionPermissions({ name, arn }: LambdaFunction): readonly Possible<FunctionPermission>[] {
    return [...this.find('functionPermissions', name), ...this.find('functionPermissions', arn)];
  }

  /** One of another account has to be named for certain: what nobody knows is looked for in the account itself. */
  private find<Kind extends ResourceKind>(
    kind: Kind,
    name: Field<string>,
  ): readonly Possible<ResourceKinds[Kind]>[] {
    type Found = readonly Possible<ResourceKinds[Kind]>[];
    const own = this.own[kind].named(name) as Found;
    const others = (this.everywhere?.[kind].exactly(name) ?? []) as Found;
    return [...own, ...others.filter(({ resource }) => resource.account !== this.id)];
  }
}

function inRegion<T extends { readonly region: string }>(
  found: readonly Possible<T>[],
  region: string,
): readonly Possible<T>[] {
  return found.flatMap((one) => where(one, compare(one.resource.region, region)));
}

function where<T>(one: Possible<T>, compared: ReturnType<typeof compare>): readonly Possible<T>[] {
  if (compared === 'different') return [];
  return [isUnreadable(compared) ? { ...one, doubt: one.doubt ?? compared, mayBeAnother: true } : one];
}

function isAt(resource: Place, { account, region }: Place): boolean {
  return (
    compare(resource.region, region) !== 'different' && compare(resource.account, account) !== 'different'
  );
}

function placeIn(arn: string): Place {
  const [, , , region, account] = arn
    .replace(/\$\{[^}]*\}/g, (text) => text.replaceAll(':', '\0'))
    .split(':');
  return { region: region.replaceAll('\0', ':'), account: account.replaceAll('\0', ':') };
}

function renamed(field: Field<string>, text: string): Field<string> {
  return isUnreadable(field) ? { ...field, placeholder: text } : text;
}

/** What stands in quotes or alone in brackets; the whole rule where it could not be read. */
function referencesIn(rule: Field<string>): readonly Field<string>[] {
  if (isUnreadable(rule)) return [rule];
  const references = rule.matchAll(/"((?:[^"\\]|\\.)*)"|\(\s*([^"()]+?)\s*\)/g);
  return [...references].map(([, quoted, bare]) => quoted ?? bare);
}
