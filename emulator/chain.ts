/** One link of the benchmark's audit. Where a link is broken, those behind it may be out of reach. */
export interface Link {
  readonly number: number;
  readonly title: string;
  readonly command: string;
  /** What proves that it holds, or where the proof was looked for. */
  readonly resource: string;
  readonly state: 'holds' | 'broken' | 'not reached';
  readonly why: string;
}

const TITLES: [title: string, command: string][] = [
  ['trail covers all regions', 'aws cloudtrail describe-trails'],
  ['trail is on', 'aws cloudtrail get-trail-status'],
  ['trail records all management events', 'aws cloudtrail get-event-selectors'],
  ['trail feeds a log group', 'aws cloudtrail describe-trails'],
  ['a metric filter on that group counts the changes', 'aws logs describe-metric-filters'],
  ['an alarm watches that metric', 'aws cloudwatch describe-alarms'],
  ['the alarm notifies an SNS topic', 'aws cloudwatch describe-alarms'],
  ['somebody listens', 'aws sns list-subscriptions-by-topic'],
];

/** The links of one trail, judged one by one. */
export class Chain {
  /** In the order of the audit. */
  public readonly links: Link[];

  public constructor() {
    const unread = { resource: '', state: 'not reached', why: 'a link before it is broken' } as const;
    this.links = TITLES.map(([title, command], index) => ({ number: index + 1, title, command, ...unread }));
  }

  public judge(number: number, resource: string, holds: boolean, why: string): void {
    const state = holds ? 'holds' : 'broken';
    this.links[number - 1] = { ...this.links[number - 1], resource, state, why };
  }
}
