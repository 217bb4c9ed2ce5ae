import type { LogGroup } from '../../../src/notice';
import {
  inRiskOrder,
  isNetworkAclChange,
  type Notice,
  noticeOf,
  RISKS,
  type Risk,
} from '../../../src/notice';

/** Changes that are listed; what is above is counted alone, so that no log group fills the memory. */
export const MOST = 10_000;

/** Ids of records that are remembered, for the same reason: what is written twice is written at nearly the same time. */
const MOST_SEEN = 1_000_000;

/** What was written over, to be shown to others, is the same in many records. */
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The changes of the asked risk, the dangerous ones and the newest first where there are too many. */
export class Collected {
  /** What was read, such as "the log group x in eu-west-1". */
  public readonly read: string[] = [];
  /** Each says what could not be read, and why. */
  public readonly notRead: string[] = [];
  /** How many records could not be judged, because they are no JSON object or name no event. */
  public malformed = 0;
  public readonly counts: Record<Risk, number> = { high: 0, attempt: 0, none: 0 };
  /** Times of the first and the last change, as notices write them. */
  public span: readonly string[] = [];
  private kept: Notice[] = [];
  private readonly seen = new Set<string>();

  constructor(
    public readonly risk: Risk,
    public readonly since?: Date,
  ) {}

  public add(record: unknown, logGroup?: LogGroup): void {
    const { eventName, eventTime, eventID } = Object(record) as Record<string, unknown>;
    if (typeof eventName !== 'string') {
      this.malformed += 1;
      return;
    }
    // One whose time cannot be read is not too old.
    if (!isNetworkAclChange(eventName)) return;
    if (this.since && Date.parse(String(eventTime)) < this.since.getTime()) return;
    if (typeof eventID === 'string' && GUID.test(eventID) && this.isSeen(eventID)) return;
    const notice = noticeOf(record, { logGroup });
    if (RISKS.indexOf(notice.risk) > RISKS.indexOf(this.risk)) return;
    this.counts[notice.risk] += 1;
    const times = [...this.span, notice.time].sort();
    this.span = [times[0], times[times.length - 1]];
    this.kept.push(notice);
    if (this.kept.length >= 2 * MOST) this.kept = this.listed;
  }

  /**
   * Two trails write the same record, the organization's and one of the account.
   *
   * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html eventID
   */
  private isSeen(eventId: string): boolean {
    if (this.seen.has(eventId)) return true;
    this.seen.add(eventId);
    if (this.seen.size > MOST_SEEN) {
      const [oldest] = this.seen;
      this.seen.delete(oldest);
    }
    return false;
  }

  /** A record as text. */
  public addText(text: string | undefined, logGroup?: LogGroup): void {
    let record: unknown;
    try {
      record = JSON.parse(text ?? '');
    } catch {
      // counted as one that names no event
    }
    this.add(record, logGroup);
  }

  public get total(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  /** In risk order, then in the order in which they happened. */
  public get listed(): Notice[] {
    if (this.kept.length <= MOST) return inRiskOrder(this.kept);
    const newest = [...this.kept].sort((one, other) => other.time.localeCompare(one.time));
    const chosen = RISKS.flatMap((risk) => newest.filter((notice) => notice.risk === risk)).slice(0, MOST);
    return inRiskOrder(chosen);
  }

  public get leftOut(): number {
    return Math.max(0, this.total - MOST);
  }
}
