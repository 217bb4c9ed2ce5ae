export { evaluate } from './match/evaluate';
export { PatternError } from './pattern-error';
export { coverage } from './proof/coverage';
export type { Coverage, EventCoverage, InvalidPattern, Verdict, WantedEvents } from './proof/result';
export { parse } from './syntax/parse';
export type * from './syntax/pattern';
export { print } from './syntax/print';
