import {
  CloudWatchClient,
  type CompositeAlarm,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  type Dimension,
  GetMetricStatisticsCommand,
  type GetMetricStatisticsCommandInput,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import type { Session } from '../live/session';
import type { AlarmName, DrilledChain } from './drilled-chain';

const DAY = 86_400_000;

/** An alarm while the drill looks at it. */
export class WatchedAlarm {
  private readonly client: CloudWatchClient;
  private before = 0;
  private dimensions?: Dimension[];

  constructor(
    public readonly alarm: AlarmName,
    session: Session,
  ) {
    this.client = session.client(CloudWatchClient, alarm.region);
  }

  /** The state now, from which on changes are looked for: by the clock of CloudWatch, whatever this machine's says. */
  public async state(): Promise<string | undefined> {
    const { MetricAlarms = [], CompositeAlarms = [] } = await this.client.send(
      new DescribeAlarmsCommand({
        AlarmNames: [this.alarm.name],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      }),
    );
    const [found]: (MetricAlarm | CompositeAlarm)[] = [...MetricAlarms, ...CompositeAlarms];
    this.dimensions = MetricAlarms[0]?.Dimensions;
    // The history may show whole seconds alone.
    this.before = Math.floor((found?.StateUpdatedTimestamp?.getTime() ?? 0) / 1000) * 1000;
    return found?.StateValue;
  }

  /** Whether it went to ALARM since, however short. It was not there then, so no older change can be meant. */
  public async hasRung(): Promise<boolean> {
    const { AlarmHistoryItems = [] } = await this.client.send(
      new DescribeAlarmHistoryCommand({
        AlarmName: this.alarm.name,
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        HistoryItemType: 'StateUpdate',
        ScanBy: 'TimestampDescending',
        MaxRecords: 10,
      }),
    );
    return AlarmHistoryItems.some(
      ({ Timestamp, HistoryData, HistorySummary }) =>
        Timestamp !== undefined &&
        Timestamp.getTime() >= this.before &&
        isToAlarm(HistoryData, HistorySummary),
    );
  }

  /** What the metric of the alarm has counted since a time. */
  public counted({ namespace, name }: DrilledChain['metric'], since: Date): Promise<number> {
    const metric = { Namespace: namespace, MetricName: name, Dimensions: this.dimensions };
    return sumOf(metric, since, this.client);
  }
}

/** How many notifications a topic delivered since a time, to whomever. */
export function delivered(topicArn: string, region: string, session: Session, since: Date): Promise<number> {
  // https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
  const metric = {
    Namespace: 'AWS/SNS',
    MetricName: 'NumberOfNotificationsDelivered',
    Dimensions: [{ Name: 'TopicName', Value: topicArn.split(':').pop() }],
  };
  return sumOf(metric, since, session.client(CloudWatchClient, region));
}

async function sumOf(
  metric: Pick<GetMetricStatisticsCommandInput, 'Namespace' | 'MetricName' | 'Dimensions'>,
  since: Date,
  client: CloudWatchClient,
): Promise<number> {
  const { Datapoints = [] } = await client.send(
    new GetMetricStatisticsCommand({
      ...metric,
      StartTime: since,
      EndTime: new Date(since.getTime() + DAY),
      Period: 300, // a day of them stays within the 1,440 that one answer holds
      Statistics: ['Sum'],
    }),
  );
  return Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0);
}

function isToAlarm(data: string | undefined, summary = ''): boolean {
  try {
    return JSON.parse(data ?? '').newState.stateValue === 'ALARM';
  } catch {
    return summary.endsWith('to ALARM');
  }
}
