export { evaluate } from './evaluate';
export { parse } from './parse';
export { PatternError } from './pattern-error';
export { print } from './print';
export { coverage } from './proof/coverage';
export type { Coverage, EventCoverage, InvalidPattern, Verdict, WantedEvents } from './proof/result';
export type * from './syntax';
