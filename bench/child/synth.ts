import { Session } from 'node:inspector';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type App, Aspects, type IAspect, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import type { AwsSolutionsChecks } from 'cdk-nag';
import { type AppSize, makeApp } from './app';
import { doJob } from './job';
import { millisecondsBelow, type Profile } from './profile';

export interface SynthJob extends AppSize {
  readonly library: string;
  readonly variant: Variant;
  readonly outdir: string;
}

export interface SynthResult {
  /** Of `app.synth()`. */
  readonly milliseconds: number;
  /** Of these, inclusive of loading: what passes in the code of the Aspect or plug-in, and in what that calls. */
  readonly ownMilliseconds: number;
}

/** Who looks at the app while it is synthesized. */
export type Variant = keyof typeof addTo;

type Library = Record<string, new () => IAspect & IPolicyValidationPlugin>;

const addTo = {
  'no-op Aspect': (app: App) => Aspects.of(app).add({ visit: () => {} }),
  'our Aspect': (app: App, library: Library) => Aspects.of(app).add(new library.RequireNaclChangeMonitor()),
  'our plug-in': (app: App, library: Library) =>
    Validations.of(app).addPlugins(new library.NaclChangeMonitorValidator()),
  "cdk-nag's AwsSolutions": (app: App) => {
    const cdkNag: { AwsSolutionsChecks: typeof AwsSolutionsChecks } = require('cdk-nag');
    Validations.of(app).addPlugins(new cdkNag.AwsSolutionsChecks(app));
  },
} as const;

/** What is below this folder is the variant's own. */
function folderOf(variant: Variant, library: string): string {
  return variant === "cdk-nag's AwsSolutions"
    ? '/node_modules/cdk-nag/'
    : `${dirname(require.resolve(library))}/`;
}

doJob<SynthJob, SynthResult>(({ library: path, variant, outdir, ...size }) => {
  const library = require(path);
  const app = makeApp(size, outdir);
  addTo[variant](app, library);
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
  const start = performance.now();
  app.synth();
  const milliseconds = performance.now() - start;
  let profile: Profile | undefined;
  // Without a callback that waits: all of this is done before `post` returns.
  session.post('Profiler.stop', (error, result) => {
    if (error) throw error;
    profile = result.profile;
  });
  const ownMilliseconds = profile ? millisecondsBelow(profile, folderOf(variant, path)) : Number.NaN;
  return { milliseconds, ownMilliseconds };
});
