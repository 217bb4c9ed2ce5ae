import {
  dimensions,
  missingData,
  newAlarm,
  periods,
  putTopic,
  statistic,
  threshold,
  unit,
} from './fixes/alarm';
import { deliveryError, newRole, rolePolicy, roleTrust } from './fixes/delivery';
import { newFilter, pattern, value } from './fixes/filter';
import { anotherKey, enableKey, enableKeyWithPolicy, keyPolicy } from './fixes/key';
import { emailOrHuman, filterPolicy, resubscribe } from './fixes/subscription';
import { enableActions, newTopic, topicPolicy } from './fixes/topic';
import { allRegions, logging, managementEvents, newLogGroup, wholeChain } from './fixes/trail';
import type { Fix } from './plan';

const KEY = [enableKey, keyPolicy, enableKeyWithPolicy, anotherKey];

/** What mends each check, the smallest change first; a new part in the stack is the last resort. */
export const FIXES: Readonly<Record<string, readonly Fix[]>> = {
  'trail-all-regions': [wholeChain, allRegions],
  'trail-logging': [logging],
  'trail-management-events': [managementEvents],
  'trail-log-group': [newLogGroup],
  'trail-delivery-role': [
    newRole({ onlyWithout: true }),
    rolePolicy,
    roleTrust,
    newRole({ onlyWithout: false }),
  ],
  'trail-delivery-error': [deliveryError],
  'trail-encryption-key': KEY,
  'log-group-encryption-key': [...KEY, newLogGroup],
  'log-group-class': [newLogGroup],
  'metric-filter-pattern': [pattern, newFilter, newLogGroup],
  'metric-filter-value': [value, newFilter],
  'metric-filter-scope': [newFilter],
  'alarm-metric': [newAlarm, newFilter],
  'alarm-dimensions': [dimensions, newAlarm, newFilter],
  'alarm-unit': [unit, newAlarm, newFilter],
  'alarm-statistic': [statistic, newAlarm, newFilter],
  'alarm-threshold': [threshold, newAlarm, newFilter],
  'alarm-periods': [periods, newAlarm, newFilter],
  'alarm-missing-data': [missingData, newAlarm, newFilter],
  'alarm-actions-enabled': [enableActions],
  'alarm-topic': [putTopic, newAlarm, newTopic],
  'topic-policy': [topicPolicy, newTopic],
  'topic-encryption-key': [...KEY, newTopic],
  subscription: [resubscribe, emailOrHuman, newTopic],
  'subscription-filter-policy': [emailOrHuman, filterPolicy, newTopic],
  'subscription-endpoint': [emailOrHuman, newTopic],
};
