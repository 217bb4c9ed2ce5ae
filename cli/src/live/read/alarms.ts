import {
  type AlarmType,
  CloudWatchClient,
  GetAlarmMuteRuleCommand,
  paginateDescribeAlarms,
  paginateListAlarmMuteRules,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm, AlarmMuteRule, CompositeAlarm, LogAlarm } from '../../../../src/evidence/resource-model';
import { alarmSettings } from '../../../../src/evidence/resources/alarm';
import { Fields } from '../../../../src/evidence/resources/fields';
import { isUnreadable } from '../../../../src/field/field';
import { attempt, isRefusedInput, isUnknownOperation, unreadableAfter } from '../attempt';
import type { Evidence } from '../evidence';
import type { Session } from '../session';

export interface AlarmsOfRegion {
  readonly alarms: readonly Alarm[];
  readonly compositeAlarms: readonly CompositeAlarm[];
}

/** All alarms of a region, to the last page: most belong to others, so that those of the chain are picked by who calls. */
export async function readAlarms(
  region: string,
  session: Session,
  evidence: Evidence,
): Promise<AlarmsOfRegion> {
  const client = session.client(CloudWatchClient, region);
  const found = await attempt(async () => {
    try {
      return await describe(client, ALL_TYPES, region, session);
    } catch (error) {
      // Not every partition knows log alarms yet: then it has none.
      if (!isRefusedInput(error)) throw error;
      return describe(client, OLD_TYPES, region, session);
    }
  });
  if (isUnreadable(found)) {
    evidence.couldNotRead(`the alarms of ${region}`, found);
    return { alarms: [], compositeAlarms: [] };
  }
  evidence.add('logAlarms', ...found.log);
  return { alarms: found.metric, compositeAlarms: found.composite };
}

/**
 * Composite and log alarms come only where they are asked for.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 */
const OLD_TYPES: readonly AlarmType[] = ['MetricAlarm', 'CompositeAlarm'];
const ALL_TYPES: readonly AlarmType[] = [...OLD_TYPES, 'LogAlarm'];

async function describe(
  client: CloudWatchClient,
  types: readonly AlarmType[],
  region: string,
  session: Session,
) {
  const [metric, composite, log]: [Alarm[], CompositeAlarm[], LogAlarm[]] = [[], [], []];
  const config = { client, pageSize: 100 };
  for await (const page of paginateDescribeAlarms(config, { AlarmTypes: [...types] })) {
    for (const alarm of page.MetricAlarms ?? []) {
      const { AlarmName: name = '', AlarmArn: arn = '' } = alarm;
      metric.push({
        ...placeOf(arn, region, session),
        name,
        arn,
        ...alarmSettings(new Fields({ ...alarm } as never)),
        given: { ...alarm },
      });
    }
    for (const alarm of page.CompositeAlarms ?? []) {
      const { AlarmName: name = '', AlarmArn: arn = '' } = alarm;
      composite.push({
        ...placeOf(arn, region, session),
        name,
        arn,
        rule: alarm.AlarmRule ?? '',
        actionsEnabled: alarm.ActionsEnabled ?? true,
        actionsSuppressor: alarm.ActionsSuppressor || undefined,
        alarmActions: alarm.AlarmActions ?? [],
      });
    }
    for (const alarm of page.LogAlarms ?? []) {
      log.push({
        ...placeOf(alarm.AlarmArn ?? '', region, session),
        query: alarm.ScheduledQueryConfiguration?.QueryString ?? '',
        actionsEnabled: alarm.ActionsEnabled ?? true,
        alarmActions: alarm.AlarmActions ?? [],
      });
    }
  }
  return { metric, composite, log };
}

/** The rules that mute alarms of a region, now or later. */
export async function readMuteRules(region: string, session: Session, evidence: Evidence): Promise<void> {
  const client = session.client(CloudWatchClient, region);
  const arns: string[] = [];
  try {
    const asked = { Statuses: ['ACTIVE', 'SCHEDULED'] as never };
    for await (const page of paginateListAlarmMuteRules({ client }, asked)) {
      arns.push(...(page.AlarmMuteRuleSummaries ?? []).map(({ AlarmMuteRuleArn = '' }) => AlarmMuteRuleArn));
    }
  } catch (error) {
    if (isUnknownOperation(error)) return;
    const path = `the mute rules of ${region}`;
    const rule = { ...placeOf(path, region, session), alarmNames: unreadableAfter(error) };
    evidence.add('muteRules', rule);
    return;
  }
  const rules = arns.map(async (arn): Promise<AlarmMuteRule> => {
    const name = arn.split(':alarm-mute-rule:')[1] ?? arn;
    const rule = await attempt(() => client.send(new GetAlarmMuteRuleCommand({ AlarmMuteRuleName: name })));
    const alarmNames = isUnreadable(rule) ? rule : (rule.MuteTargets?.AlarmNames ?? []);
    return { ...placeOf(arn, region, session), alarmNames };
  });
  evidence.add('muteRules', ...(await Promise.all(rules)));
}

function placeOf(path: string, region: string, { account }: Session) {
  return { origin: { path }, region, account };
}
