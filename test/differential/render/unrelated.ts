import type { Drawn } from './drawing';

/** Resources that have nothing to do with the chain, some of them of the types that a chain has. */
export const UNRELATED: readonly Drawn[] = [
  { id: 'UnrelatedTable', type: 'AWS::DynamoDB::Table', properties: { KeySchema: [] } },
  { id: 'UnrelatedTopic', type: 'AWS::SNS::Topic', properties: {} },
  { id: 'UnrelatedGroup', type: 'AWS::Logs::LogGroup', properties: {} },
  { id: 'UnrelatedQueue', type: 'AWS::SQS::Queue', properties: {} },
  {
    id: 'UnrelatedAlarm',
    type: 'AWS::CloudWatch::Alarm',
    properties: {
      Namespace: 'AWS/EC2',
      MetricName: 'CPUUtilization',
      Statistic: 'Average',
      Period: 300,
      EvaluationPeriods: 2,
      Threshold: 80,
      ComparisonOperator: 'GreaterThanThreshold',
    },
  },
];
