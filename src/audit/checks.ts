import type { Check } from './check';
import { alarmActionsEnabled } from './checks/alarm-actions-enabled';
import { alarmDimensions } from './checks/alarm-dimensions';
import { alarmMetric } from './checks/alarm-metric';
import { alarmMissingData } from './checks/alarm-missing-data';
import { alarmPeriods } from './checks/alarm-periods';
import { alarmStatistic } from './checks/alarm-statistic';
import { alarmThreshold } from './checks/alarm-threshold';
import { alarmTopic } from './checks/alarm-topic';
import { alarmUnit } from './checks/alarm-unit';
import { logGroupClass } from './checks/log-group-class';
import { logGroupEncryptionKey } from './checks/log-group-encryption-key';
import { metricFilterPattern } from './checks/metric-filter-pattern';
import { metricFilterScope } from './checks/metric-filter-scope';
import { metricFilterValue } from './checks/metric-filter-value';
import { subscription } from './checks/subscription';
import { subscriptionEndpoint } from './checks/subscription-endpoint';
import { subscriptionFilterPolicy } from './checks/subscription-filter-policy';
import { topicEncryptionKey } from './checks/topic-encryption-key';
import { topicPolicy } from './checks/topic-policy';
import { trailAllRegions } from './checks/trail-all-regions';
import { trailDeliveryError } from './checks/trail-delivery-error';
import { trailDeliveryRole } from './checks/trail-delivery-role';
import { trailEncryptionKey } from './checks/trail-encryption-key';
import { trailLogGroup } from './checks/trail-log-group';
import { trailLogging } from './checks/trail-logging';
import { trailManagementEvents } from './checks/trail-management-events';

/** All checks, along the chain. */
export const CHECKS: readonly Check[] = [
  trailAllRegions,
  trailLogging,
  trailManagementEvents,
  trailLogGroup,
  trailDeliveryRole,
  trailDeliveryError,
  trailEncryptionKey,
  logGroupEncryptionKey,
  logGroupClass,
  metricFilterPattern,
  metricFilterValue,
  metricFilterScope,
  alarmMetric,
  alarmDimensions,
  alarmUnit,
  alarmStatistic,
  alarmThreshold,
  alarmPeriods,
  alarmMissingData,
  alarmActionsEnabled,
  alarmTopic,
  topicPolicy,
  topicEncryptionKey,
  subscription,
  subscriptionFilterPolicy,
  subscriptionEndpoint,
];
