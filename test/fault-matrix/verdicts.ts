import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  App,
  Aspects,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  Stage,
  Validations,
} from 'aws-cdk-lib';
import { NaclChangeMonitorValidator, RequireNaclChangeMonitor } from '../../src';
import { declaredInAssembly } from '../../src/cloudformation/from-templates';
import { judge } from '../../src/policy-validation/judge';
import { textOf } from '../../src/report/text';
import type { Case } from './case';

/** What each user of the engine says of a case, in the words of `Expected`. */
export interface Verdicts {
  readonly aspect: string;
  readonly pluginOnConstructs: string;
  readonly pluginOnTemplates: string;
  readonly cloudAssembly: string;
}

/** Synthesizes the app of a case once, and asks everybody. */
export function verdictsOf({ build }: Case): Verdicts {
  const outdir = mkdtempSync(join(tmpdir(), 'fault-matrix-'));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    build(app);
    for (const stage of app.node.findAll().filter(Stage.isStage)) {
      Aspects.of(stage).add(new RequireNaclChangeMonitor());
    }
    const plugin = new AskedTwice();
    Validations.of(app).addPlugins(plugin);
    const { stacksRecursively } = app.synth();
    return {
      aspect: said(
        stacksRecursively.flatMap(({ messages }) =>
          messages.map(({ level, entry }) => [level === 'info' ? 'UNKNOWN' : 'FAIL', String(entry.data)]),
        ),
      ),
      pluginOnConstructs: saidIn(plugin.reports[0]),
      pluginOnTemplates: saidIn(plugin.reports[1]),
      cloudAssembly: said(
        judge(declaredInAssembly(outdir), {}).map(({ verdict }) => [
          verdict.outcome,
          textOf(verdict).finding,
        ]),
      ),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Our plug-in on the construct tree, and on the templates alone as an old CDK calls it. */
class AskedTwice implements IPolicyValidationPlugin {
  public readonly name = 'asked-twice';
  public readonly reports: PolicyValidationPluginReport[] = [];

  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const plugin = new NaclChangeMonitorValidator();
    const { templatePaths } = context;
    this.reports.push(
      plugin.validate(context),
      plugin.validate({ templatePaths } as IPolicyValidationContext),
    );
    return { success: true, violations: [] };
  }
}

function saidIn({ violations }: PolicyValidationPluginReport): string {
  return said(
    violations.map(({ severity, description }) => [severity === 'info' ? 'UNKNOWN' : 'FAIL', description]),
  );
}

/** Outcome and text of each finding; what is no finding of this library is left out. */
function said(findings: readonly string[][]): string {
  const verdicts = findings.flatMap(([outcome, text]) => {
    const link = /: link (\d) of 8, ([a-z-]+): /.exec(text);
    return link ? [`${outcome} at ${link[1]} ${link[2]}`] : [];
  });
  return [...new Set(verdicts)].join(', ') || 'PASS';
}
