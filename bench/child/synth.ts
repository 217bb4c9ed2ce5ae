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
  /** Of `app.synth()`. */
  readonly milliseconds: number;
  /** Of these, spent in the code of the Aspect or plug-in: less noisy than a difference of two synths. */
  readonly ownMilliseconds: number;
}

/** Who looks at the app while it is synthesized. */
export type Variant = keyof typeof addTo;

type Library = Record<string, new () => IAspect & IPolicyValidationPlugin>;

const addTo = {
  'no Aspect': () => {},
  'no-op Aspect': (app: App) => addAspect(app, { visit: () => {} }),
  'our Aspect': (app: App, library: Library) => addAspect(app, new library.RequireNaclChangeMonitor()),
  'no-op plug-in': (app: App) =>
    addPlugin(app, { name: 'no-op', validate: () => ({ success: true, violations: [] }) }),
  'our plug-in': (app: App, library: Library) => addPlugin(app, new library.NaclChangeMonitorValidator()),
  'cdk-nag': (app: App) => {
    const cdkNag: { AwsSolutionsChecks: typeof AwsSolutionsChecks } = require('cdk-nag');
    addPlugin(app, new cdkNag.AwsSolutionsChecks(app));
  },
} as const;

let ownMilliseconds = 0;

function addAspect(app: App, aspect: IAspect) {
  aspect.visit = timed(aspect.visit.bind(aspect));
  // Ours notes what it visits, and judges when the CDK validates the app.
  const addValidation = app.node.addValidation.bind(app.node);
  app.node.addValidation = (validation) => addValidation({ validate: timed(() => validation.validate()) });
  Aspects.of(app).add(aspect);
}

function addPlugin(app: App, plugin: IPolicyValidationPlugin) {
  plugin.validate = timed(plugin.validate.bind(plugin));
  Validations.of(app).addPlugins(plugin);
}

function timed<Arguments extends unknown[], Result>(
  call: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  return (...given) => {
    const start = performance.now();
    try {
      return call(...given);
    } finally {
      ownMilliseconds += performance.now() - start;
    }
  };
}

doJob<SynthJob, SynthResult>(({ library: path, variant, outdir, ...size }) => {
  const library = require(path);
  const app = makeApp(library, size, outdir);
  addTo[variant](app, library);
  const start = performance.now();
  app.synth();
  return { milliseconds: performance.now() - start, ownMilliseconds };
});
