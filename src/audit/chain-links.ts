import type { Account } from '../evidence/account';
import type { Possible } from '../evidence/possible';
import type { Alarm, CompositeAlarm, MetricFilter, Trail } from '../evidence/resource-model';
import { parseArn } from '../field/arn';
import { compare, type Field, isUnreadable, shown } from '../field/field';
import type { CountingFilters, NamedLogGroup, Notification, Parts } from './chain';
import type { Finding, Part } from './check';
import { countedEvents, isMeantForChanges } from './event-coverage';
import { logGroupOf, resourcesOf } from './fed-log-group';
import { goneTrail, noAlarm, noMetricFilter, noTopic, noTrail, theLogGroup } from './missing-parts';
import { describePart, theTopic } from './names';

/** A part of the chain: what it may be for all that is known, or what its absence means. */
export type PartOfLink<P extends Part = Part> = {
  readonly about: P;
  /** Empty where it is named and not part of the evidence. */
  readonly meant: readonly Possible<Parts[P]>[];
  readonly name: string;
};

export interface MissingPart {
  readonly about: Part;
  readonly missing: Finding;
}

/** One step along the chain, and where it leads. */
export interface ChainLink {
  readonly parts: readonly (PartOfLink | MissingPart)[];
  /** The steps that may follow; none where the chain ends here. */
  next(): readonly ChainLink[];
}

/**
 * Follows the chain once, from each trail, and from each log group with filters that no trail feeds.
 *
 * A step that several ways share is one object: what is found of it is found once.
 */
export class ChainLinks {
  private readonly filterSteps = new Map<string, readonly ChainLink[]>();
  private readonly alarmSteps = new Map<CountingFilters, readonly ChainLink[]>();
  private readonly notificationSteps = new Map<Alarm, readonly ChainLink[]>();
  private readonly topicSteps = new Map<Alarm | CompositeAlarm, Map<string, ChainLink>>();
  private readonly fed = new Set<MetricFilter>();

  constructor(private readonly account: Account) {}

  public starts(trailArn?: string): readonly ChainLink[] {
    const { trails } = this.account;
    if (trailArn !== undefined) {
      const [trail] = trails.filter(({ arn }) => shown(arn) === trailArn);
      return [trail ? this.fromTrail(trail) : ending({ about: 'trail', missing: goneTrail(trailArn) })];
    }
    const withTrail = trails.map((trail) => this.fromTrail(trail));
    const withoutTrail = this.groupsThatNoTrailFeeds().map((logGroup) => this.fromLogGroup(logGroup));
    const starts = [...withTrail, ...withoutTrail];
    return starts.length > 0 ? starts : [ending({ about: 'trail', missing: noTrail() })];
  }

  private fromTrail(trail: Trail): ChainLink {
    const part = meant('trail', [{ resource: trail }]);
    const logGroup = logGroupOf(trail, this.account.id);
    if (!logGroup) return ending(part);
    const steps = this.throughFilters(logGroup, this.account.metricFiltersOn(logGroup.name, logGroup.region));
    return { parts: [part, this.logGroup(logGroup)], next: () => steps };
  }

  private fromLogGroup(logGroup: NamedLogGroup): ChainLink {
    const missing = noTrail(logGroup, resourcesOf(logGroup, this.account));
    return {
      parts: [{ about: 'trail', missing }, this.logGroup(logGroup)],
      next: () =>
        this.throughFilters(
          logGroup,
          this.account
            .metricFiltersOn(logGroup.name, logGroup.region)
            .filter(({ resource }) => shown(resource.logGroupName) === shown(logGroup.name)),
        ),
    };
  }

  private groupsThatNoTrailFeeds(): readonly NamedLogGroup[] {
    const groups = new Map<string, NamedLogGroup>();
    for (const filter of this.account.metricFilters(isMeantForChanges)) {
      const { logGroupName: name, region } = filter;
      if (!this.fed.has(filter)) groups.set(JSON.stringify([name, region]), { name, region });
    }
    return [...groups.values()];
  }

  private logGroup(logGroup: NamedLogGroup): PartOfLink<'logGroup'> {
    const resources = resourcesOf(logGroup, this.account);
    return { about: 'logGroup', meant: resources, name: theLogGroup(logGroup, resources) };
  }

  private throughFilters(
    logGroup: NamedLogGroup,
    filters: readonly Possible<MetricFilter>[],
  ): readonly ChainLink[] {
    for (const { resource } of filters) this.fed.add(resource);
    const key = JSON.stringify([logGroup.name, logGroup.region]);
    let steps = this.filterSteps.get(key);
    if (!steps) {
      const sets = filtersByMetric(logGroup, filters);
      steps = sets.map((counting) => ({
        parts: [meant('metricFilters', [{ resource: counting }])],
        next: () => this.throughAlarms(counting),
      }));
      if (steps.length === 0) {
        const missing = noMetricFilter(logGroup, resourcesOf(logGroup, this.account), this.account);
        steps = [ending({ about: 'metricFilters', missing })];
      }
      this.filterSteps.set(key, steps);
    }
    return steps;
  }

  private throughAlarms(counting: CountingFilters): readonly ChainLink[] {
    let steps = this.alarmSteps.get(counting);
    if (!steps) {
      const alarms = this.account.alarmsOn(counting.filters[0].resource.metricName);
      steps = alarms.map((alarm) => ({
        parts: [meant('alarm', [{ resource: { alarm, counting } }])],
        next: () => this.throughTopics(alarm),
      }));
      if (steps.length === 0) steps = [ending({ about: 'alarm', missing: noAlarm(counting) })];
      this.alarmSteps.set(counting, steps);
    }
    return steps;
  }

  private throughTopics(alarm: Alarm): readonly ChainLink[] {
    let steps = this.notificationSteps.get(alarm);
    if (!steps) {
      const acting = [alarm, ...this.account.compositeAlarmsAbove(alarm)];
      steps = acting.flatMap((each) =>
        topicsIn(each).map((topicArn): ChainLink => {
          const notification = { alarm, acting: each, topicArn };
          return {
            parts: [meant('notification', [{ resource: notification }])],
            next: () => [this.toTopic(notification)],
          };
        }),
      );
      if (steps.length === 0) steps = [ending({ about: 'notification', missing: noTopic(alarm) })];
      this.notificationSteps.set(alarm, steps);
    }
    return steps;
  }

  /** What happens at a topic is the same for every alarm below the one that acts. */
  private toTopic(notification: Notification): ChainLink {
    const { acting, topicArn } = notification;
    const known = this.topicSteps.get(acting) ?? new Map<string, ChainLink>();
    this.topicSteps.set(acting, known);
    const key = JSON.stringify(topicArn);
    const step = known.get(key) ?? this.atTopic(notification);
    known.set(key, step);
    return step;
  }

  private atTopic(notification: Notification): ChainLink {
    const { topicArn } = notification;
    const topics = this.account
      .topics(topicArn)
      .filter(({ resource }) => !isUnreadable(topicArn) || shown(resource.arn) === topicArn.placeholder);
    const topic = topics[0]?.resource;
    const subscriptions = this.account.subscriptions(topicArn);
    return ending(
      {
        about: 'topic',
        meant: topics.map((one) => ({ ...one, resource: { topic: one.resource, notification } })),
        name: theTopic(topicArn, topic),
      },
      meant('subscriptions', [{ resource: { notification, ...(topic && { topic }), subscriptions } }]),
    );
  }
}

/** The filters by the metric that they feed, those that count more of the changes first, none of another control alone. */
function filtersByMetric(
  logGroup: NamedLogGroup,
  filters: readonly Possible<MetricFilter>[],
): CountingFilters[] {
  const sets = new Map<string, Possible<MetricFilter>[]>();
  for (const filter of filters) {
    const { region, metricNamespace, metricName } = filter.resource;
    const key = JSON.stringify([region, shown(metricNamespace), shown(metricName)]);
    const others = sets.get(key);
    if (others) others.push(filter);
    else sets.set(key, [filter]);
  }
  return [...sets.values()]
    .map((set) => [...set, ...mayFeedToo(set[0].resource, filters)])
    .filter((set) => set.some(({ resource }) => isMeantForChanges(resource.pattern)))
    .map((set) => ({ set, counted: countedEvents(set.map(({ resource }) => resource)) }))
    .sort((a, b) => b.counted - a.counted)
    .map(({ set }) => ({ logGroup, filters: meantFirst(set) }));
}

/** Those of which it is not known whether they feed the metric of a filter as well. */
function mayFeedToo(
  filter: MetricFilter,
  filters: readonly Possible<MetricFilter>[],
): readonly Possible<MetricFilter>[] {
  return filters.flatMap((other) => {
    const compared = compareMetrics(filter, other.resource);
    return isUnreadable(compared) ? [{ ...other, doubt: other.doubt ?? compared }] : [];
  });
}

function compareMetrics(a: MetricFilter, b: MetricFilter): ReturnType<typeof compare> {
  const results = [
    compare(a.metricName, b.metricName),
    compare(a.metricNamespace, b.metricNamespace),
    compare(a.region, b.region),
  ];
  return results.includes('different') ? 'different' : (results.find(isUnreadable) ?? 'same');
}

/** Messages name the first one. */
function meantFirst(filters: readonly Possible<MetricFilter>[]): readonly Possible<MetricFilter>[] {
  const isMeant = ({ resource, doubt }: Possible<MetricFilter>) =>
    !doubt && isMeantForChanges(resource.pattern);
  return [...filters.filter(isMeant), ...filters.filter((filter) => !isMeant(filter))];
}

/** The actions that are topics or, for all that is known, may be. */
function topicsIn({ alarmActions }: Alarm | CompositeAlarm): readonly Field<string>[] {
  if (isUnreadable(alarmActions)) return [alarmActions];
  return alarmActions.filter((action) => isUnreadable(action) || parseArn(action)?.service === 'sns');
}

function meant<P extends Part>(about: P, parts: readonly Possible<Parts[P]>[]): PartOfLink<P> {
  return { about, meant: parts, name: parts.map(({ resource }) => describePart(about, resource).name)[0] };
}

function ending(...parts: ChainLink['parts']): ChainLink {
  return { parts, next: () => [] };
}
