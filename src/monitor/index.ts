export { warnOfSecondTrail } from './account-trails';
export { changesMetric, makeAlarm, makeMetricFilter } from './alarm';
export { makeKey } from './encryption-key';
export { uniqueName } from './names';
export { letAlarmsPublish, makeTopic, subscribe, warnOfEmailOnly } from './topic';
export { makeTrail } from './trail';
export { validateProps } from './validate-props';
