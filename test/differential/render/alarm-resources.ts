import type { Account, Rule } from '../account';
import type { Drawn, Pen } from './drawing';
import { ACCOUNT_ID, drawn, NO_VALUE, REGION, Reference, Text } from './tokens';

const TOPIC_ELSEWHERE = `arn:aws:sns:${REGION}:${ACCOUNT_ID}:elsewhere`;

export function drawAlarms({ alarms }: Account, pen: Pen): Drawn[] {
  return alarms.map((alarm) => {
    const name = nameOf(alarm, pen);
    const properties = {
      AlarmName: name,
      Namespace: alarm.metric.namespace,
      MetricName: drawn(alarm.metric.name),
      Dimensions: alarm.dimensions ? [{ Name: 'Who', Value: 'somebody' }] : undefined,
      Unit: alarm.unit,
      Statistic: alarm.statistic,
      Period: alarm.period,
      EvaluationPeriods: alarm.evaluationPeriods,
      DatapointsToAlarm: alarm.datapointsToAlarm,
      Threshold: drawn(alarm.threshold),
      ComparisonOperator: alarm.operator,
      TreatMissingData: drawn(alarm.missingData),
      ...notification(alarm),
    };
    return {
      id: alarm.id,
      type: 'AWS::CloudWatch::Alarm',
      present: alarm.present,
      inAnotherRegion: alarm.inAnotherRegion,
      properties,
      name,
    };
  });
}

export function drawComposites({ composites }: Account, pen: Pen): Drawn[] {
  return composites.map((composite) => {
    const name = nameOf(composite, pen);
    const AlarmRule = new Text(ruleParts(composite.rule, pen));
    const properties = { AlarmName: name, AlarmRule, ...notification(composite) };
    return {
      id: composite.id,
      type: 'AWS::CloudWatch::CompositeAlarm',
      present: composite.present,
      properties,
      name,
    };
  });
}

function nameOf(
  { id, nonAsciiName }: { id: string; nonAsciiName: boolean },
  { named }: Pen,
): string | undefined {
  if (nonAsciiName) return `Änderung-${id}`;
  return named ? `alarm-${id}` : undefined;
}

function notification({
  actionsEnabled,
  actions,
}: Account['alarms'][number] | Account['composites'][number]): object {
  return {
    ActionsEnabled: actionsEnabled === true ? undefined : drawn(actionsEnabled),
    AlarmActions: actions.map((topic) =>
      drawn(topic, (id) => (id ? new Reference(id, 'arn') : NO_VALUE), TOPIC_ELSEWHERE),
    ),
  };
}

/** A rule names an alarm by its name or by its ARN, in quotes or without. */
function ruleParts(rule: Rule, pen: Pen): unknown[] {
  if ('alarm' in rule) {
    const byArn = pen.named && pen.random.chance(0.3);
    return ['ALARM("', new Reference(rule.alarm, byArn ? 'arn' : 'name'), '")'];
  }
  if ('not' in rule) return ['NOT (', ...ruleParts(rule.not, pen), ')'];
  const [parts, between] = 'all' in rule ? [rule.all, ' AND '] : [rule.any, ' OR '];
  return [
    '(',
    ...parts.flatMap((part, index) => [...(index ? [between] : []), ...ruleParts(part, pen)]),
    ')',
  ];
}
