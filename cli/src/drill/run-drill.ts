import { randomBytes } from 'node:crypto';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { parseArn } from '../../../src/field/arn';
import { reasonOf } from '../live/attempt';
import { CallError } from '../live/calls';
import type { Session, SessionsByAccount } from '../live/session';
import { UsageError } from '../usage-error';
import { delivered, WatchedAlarm } from './alarm';
import type { Trigger } from './announcement';
import type { Cleanup } from './cleanup';
import type { DrilledChain } from './drilled-chain';
import { writeMarkedEvent } from './log-stream';
import { changeNetworkAcl } from './network-acl';
import { judgeLinks, type Ringing } from './result';
import { TemporaryQueue } from './temporary-queue';
import { pause, type SeenLink, type WatchedLink, watchLinks } from './watch';

/** Between two looks, in milliseconds. */
const INTERVAL = 5000;

export interface Drill {
  readonly id: string;
  readonly chain: DrilledChain;
  readonly trigger: Trigger;
  /** Whose network ACLs are drilled. */
  readonly account: string;
  readonly sessions: SessionsByAccount;
  readonly timeoutSeconds: number;
  readonly cleanup: Cleanup;
  readonly signal: AbortSignal;
  onLit(seen: SeenLink): Promise<void>;
  /** Something that whoever waits should know. */
  onNote(note: string): void;
}

/** Under this name everything of one drill can be found. */
export function drillId(now: Date): string {
  const time = now.toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `nacl-change-monitor-drill-${time}Z-${randomBytes(3).toString('hex')}`;
}

export type Drilled = Ringing & { readonly links: readonly SeenLink[] };

/** Sets a chain off and watches it. What it makes is for the caller to remove, by `cleanup`. */
export async function runDrill(drill: Drill): Promise<Drilled> {
  const { chain, signal, timeoutSeconds, onLit } = drill;
  // All accounts have to be known before anything is made.
  const logs = sessionOf(chain.logGroup.account, drill);
  const alarms = [
    new WatchedAlarm(chain.alarm, sessionOf(chain.alarm.account, drill)),
    ...(chain.acting.name === chain.alarm.name
      ? []
      : [new WatchedAlarm(chain.acting, sessionOf(chain.acting.account, drill))]),
  ];
  try {
    const ringing = await waitUntilQuiet(alarms, drill);
    if (ringing) return { ...ringing, links: [] };
    const since = new Date();
    const topic = await topicLink(drill, since);
    const isCounted = await grows(() => alarms[0].counted(chain.metric, since));
    // Somebody's own change may have rung in the meantime, before the queue listened.
    const isLoud = await waitUntilQuiet(alarms, drill);
    if (isLoud) return { ...isLoud, links: [] };
    if (signal.aborted) return { ...INTERRUPTED, links: [] };
    const event = await setOff(drill);
    const links: WatchedLink[] = [
      logGroupLink(drill, event, since, logs),
      {
        link: 'metric',
        what: `metric "${chain.metric.name}" of "${chain.metric.namespace}" counts it`,
        isLit: isCounted,
      },
      ...alarms.map(
        (watched, i): WatchedLink => ({
          link: i === 0 ? 'alarm' : 'composite alarm',
          what: `alarm "${watched.alarm.name}" went to ALARM`,
          isLit: () => watched.hasRung(),
        }),
      ),
      topic,
    ];
    const timeout = timeoutSeconds * 1000;
    const seen = await watchLinks(links, { start: event.start, timeout, interval: INTERVAL, signal, onLit });
    return { ...judgeLinks(seen, timeoutSeconds, signal.aborted), links: seen };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { verdict: 'UNKNOWN', reason: reasonOf(error), links: [] };
  }
}

const INTERRUPTED: Ringing = { verdict: 'UNKNOWN', reason: 'the drill was interrupted before its event' };

/** An alarm notifies when it goes to ALARM: one that is there already would not ring for a change either. */
async function waitUntilQuiet(
  alarms: readonly WatchedAlarm[],
  { signal, timeoutSeconds, onNote }: Drill,
): Promise<Ringing | undefined> {
  const end = Date.now() + timeoutSeconds * 1000;
  for (let isFirst = true; ; isFirst = false) {
    const states = await Promise.all(alarms.map((alarm) => alarm.state()));
    const gone = alarms.find((_, i) => states[i] === undefined);
    if (gone)
      return { verdict: 'SILENT', reason: `alarm "${gone.alarm.name}" is not there any more`, dark: 'alarm' };
    const loud = alarms.find((_, i) => states[i] === 'ALARM');
    if (!loud) return undefined;
    const { name } = loud.alarm;
    if (signal.aborted) return INTERRUPTED;
    if (Date.now() >= end) {
      return {
        verdict: 'SILENT',
        reason: `alarm "${name}" was in ALARM for all of ${timeoutSeconds} s: while it is, no change rings, so nothing was set off`,
        dark: 'alarm',
      };
    }
    if (isFirst)
      onNote(`Alarm "${name}" is in ALARM already, so nothing would ring: waiting until it is OK.`);
    await pause(Math.min(INTERVAL, end - Date.now()), signal);
  }
}

interface SetOff {
  readonly start: number;
  /** What the event contains and no other. */
  readonly mark: string;
}

async function setOff({ id, chain, trigger, account, sessions, cleanup }: Drill): Promise<SetOff> {
  const start = Date.now();
  if (trigger.from === 'trail') {
    const acl = await changeNetworkAcl(id, trigger.vpc, sessionOf(account, { sessions }), cleanup);
    return { start, mark: acl };
  }
  await writeMarkedEvent(id, chain.logGroup, sessionOf(chain.logGroup.account, { sessions }), cleanup);
  return { start, mark: id };
}

function logGroupLink(
  { chain: { logGroup }, trigger, id }: Drill,
  { mark }: SetOff,
  since: Date,
  session: Session,
): WatchedLink {
  const client = session.client(CloudWatchLogsClient, logGroup.region);
  return {
    link: 'log group',
    what: `the event is in log group "${logGroup.name}"`,
    isLit: async () => {
      const pages = paginateFilterLogEvents(
        { client },
        {
          logGroupName: logGroup.name,
          ...(trigger.from === 'log-group' && { logStreamNames: [id] }),
          filterPattern: `"${mark}"`,
          startTime: since.getTime() - CLOCK_TOLERANCE,
        },
      );
      for await (const { events = [] } of pages) if (events.length > 0) return true;
      return false;
    },
  };
}

/** So much may the clock of this machine be ahead. */
const CLOCK_TOLERANCE = 300_000;

/** A message in a queue of its own proves that the topic notifies; where that is not allowed, its metric says so. */
async function topicLink({ id, chain, sessions, cleanup, onNote }: Drill, since: Date): Promise<WatchedLink> {
  const { topicArn, acting } = chain;
  const { account = '', region = '' } = parseArn(topicArn) ?? {};
  const session = sessionOf(account, { sessions });
  try {
    const queue = await TemporaryQueue.subscribe(id, topicArn, session, cleanup);
    return {
      link: 'topic',
      what: `topic ${topicArn} notified a queue that listened`,
      isLit: () => queue.heard(acting),
    };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    onNote(
      `No queue listens to the topic: ${reasonOf(error)}. The topic's delivery metric is watched instead.`,
    );
  }
  return {
    link: 'topic',
    what: `topic ${topicArn} delivered something, as its metric says`,
    isShared: true,
    isLit: await grows(() => delivered(topicArn, region, session, since)),
  };
}

/** Whether there is more than now; where nobody could say how much there is now, nobody can say that either. */
async function grows(count: () => Promise<number>): Promise<() => Promise<boolean>> {
  try {
    const before = await count();
    return async () => (await count()) > before;
  } catch (error) {
    return () => Promise.reject(error);
  }
}

function sessionOf(account: string, { sessions }: { readonly sessions: SessionsByAccount }): Session {
  const session = sessions.of(account);
  if (session) return session;
  throw new UsageError(
    `a part of the chain is in account ${account}: run the drill there, with --profile or --role-arn`,
  );
}
