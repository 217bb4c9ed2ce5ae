import { ALARM_FAULTS, ALARM_UNKNOWNS } from './alarm-faults';
import type { Case } from './case';
import { FILTER_FAULTS } from './filter-faults';
import { LISTENER_FAULTS, LISTENER_UNKNOWNS, SOUND_LISTENERS } from './listener-cases';
import { LOG_GROUP_FAULTS } from './log-group-faults';
import { METRIC_FAULTS, METRIC_UNKNOWNS, SOUND_METRICS } from './metric-cases';
import { POLICY_FAULTS, POLICY_UNKNOWNS, SOUND_POLICIES } from './policy-cases';
import { SOUND_APPS } from './sound-apps';
import { SOUND_PATTERNS } from './sound-patterns';
import { SOUND_VARIANTS } from './sound-variants';
import { TOPIC_FAULTS, TOPIC_UNKNOWNS } from './topic-faults';
import { TRAIL_FAULTS } from './trail-faults';
import { UNKNOWNS } from './unknowns';

/** Accounts with a single fault each. */
export const FAULTS: readonly Case[] = [
  ...TRAIL_FAULTS,
  ...LOG_GROUP_FAULTS,
  ...FILTER_FAULTS,
  ...ALARM_FAULTS,
  ...TOPIC_FAULTS,
  ...METRIC_FAULTS,
  ...LISTENER_FAULTS,
  ...POLICY_FAULTS,
];

/** Accounts of which the app does not show enough. */
export const OPEN: readonly Case[] = [
  ...UNKNOWNS,
  ...ALARM_UNKNOWNS,
  ...TOPIC_UNKNOWNS,
  ...METRIC_UNKNOWNS,
  ...LISTENER_UNKNOWNS,
  ...POLICY_UNKNOWNS,
];

export const SOUND: readonly Case[] = [
  ...SOUND_VARIANTS,
  ...SOUND_PATTERNS,
  ...SOUND_APPS,
  ...SOUND_METRICS,
  ...SOUND_LISTENERS,
  ...SOUND_POLICIES,
];
