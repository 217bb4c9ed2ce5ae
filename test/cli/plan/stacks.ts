import type { StackParts } from '../../../cli/src/plan/stack-parts';

export const FILTER_AND_ALARM: StackParts = {
  account: '111122223333',
  region: 'us-east-1',
  partition: 'aws',
  trail: false,
  logGroup: false,
  role: false,
  filter: true,
  alarm: true,
  logGroupName: 'events',
  metric: { namespace: 'NaclChangeMonitor', name: 'NetworkAclChanges' },
  topicArn: 'arn:aws:sns:us-east-1:111122223333:security',
  emails: [],
};
export const WITH_TOPIC: StackParts = {
  ...FILTER_AND_ALARM,
  topicArn: undefined,
  emails: ['security@example.com'],
};
export const WITH_GROUP: StackParts = {
  ...WITH_TOPIC,
  logGroup: true,
  role: true,
  logGroupName: '/nacl-change-monitor/it$s',
};
export const WHOLE: StackParts = {
  ...WITH_GROUP,
  trail: true,
  logGroupName: '/nacl-change-monitor/nacl-change-monitor',
};
export const ROLE_ALONE: StackParts = {
  ...FILTER_AND_ALARM,
  role: true,
  filter: false,
  alarm: false,
  topicArn: undefined,
};
export const WITH_KEY: StackParts = { ...WITH_TOPIC, keyArn: 'arn:aws:kms:us-east-1:111122223333:key/1' };
/** One of each kind. */
export const ALL: readonly StackParts[] = [
  FILTER_AND_ALARM,
  WITH_TOPIC,
  WITH_KEY,
  { ...WITH_TOPIC, emails: [] },
  WITH_GROUP,
  WHOLE,
  ROLE_ALONE,
];
