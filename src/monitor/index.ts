export { warnOfSecondTrail } from './account-trails';
export { changesMetric, makeAlarm, makeMetricFilter } from './alarm';
export { makeKey } from './encryption-key';
export { uniqueName } from './names';
export { removalOf } from './removal';
export { warnOfSilence } from './silence';
export { letAlarmsPublish, makeTopic, subscribe } from './topic';
export { makeTrail } from './trail';
export { validateProps } from './validate-props';
