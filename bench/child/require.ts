import { performance } from 'node:perf_hooks';
import { doJob } from './job';

export interface RequireJob {
  /** Required one after the other, in a process that has loaded nothing yet. */
  readonly modules: readonly string[];
}

export interface RequireResult {
  readonly milliseconds: number;
}

doJob<RequireJob, RequireResult>(({ modules }) => {
  const start = performance.now();
  for (const module of modules) require(module);
  return { milliseconds: performance.now() - start };
});
