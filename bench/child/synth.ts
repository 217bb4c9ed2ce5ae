import { performance } from 'node:perf_hooks';
import { type App, Aspects, type IAspect, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import type { AwsSolutionsChecks } from 'cdk-nag';
import { type AppSize, makeApp } from './app';
import { doJob } from './job';

export interface SynthJob extends AppSize {
  readonly library: string;
  readonly variant: Variant;
  readonly outdir: string;
}

export interface SynthResult {
  readonly milliseconds: number;
}

/** Who looks at the app while it is synthesized. */
export type Variant = keyof typeof addTo;

type OurClass = new () => IAspect & IPolicyValidationPlugin;

const addTo = {
  'no Aspect': () => {},
  'no-op Aspect': (app: App) => Aspects.of(app).add({ visit: () => {} }),
  'our Aspect': (app: App, library: Record<string, OurClass>) =>
    Aspects.of(app).add(new library.RequireNaclChangeMonitor()),
  'our plug-in': (app: App, library: Record<string, OurClass>) =>
    Validations.of(app).addPlugins(new library.NaclChangeMonitorValidator()),
  'cdk-nag': (app: App) => {
    const cdkNag: { AwsSolutionsChecks: typeof AwsSolutionsChecks } = require('cdk-nag');
    Validations.of(app).addPlugins(new cdkNag.AwsSolutionsChecks(app));
  },
} as const;

doJob<SynthJob, SynthResult>(({ library: path, variant, outdir, ...size }) => {
  const library = require(path);
  const app = makeApp(library, size, outdir);
  addTo[variant](app, library);
  const start = performance.now();
  app.synth();
  return { milliseconds: performance.now() - start };
});
