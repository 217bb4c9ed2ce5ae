import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
} from 'aws-cdk-lib/core';
import type { ChainRequirements } from './policy-validation/chain-requirements';
import { validateRequirements } from './policy-validation/validate-requirements';

/**
 * Judges what `RequireNaclChangeMonitor` judges, as a policy validation plug-in: on what will be deployed, the Stages
 * of the app included, with its findings in the CDK's validation report.
 *
 * The rule of a finding is the check that failed. The id `cdk-nacl-change-monitor:` followed by the rule is what
 * `Validations.of(x).acknowledge()` takes to accept the finding for the stacks inside `x`.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/policy-validation-synthesis.html
 *
 * @example
 * declare const app: App;
 * Validations.of(app).addPlugins(new NaclChangeMonitorValidator());
 */
export class NaclChangeMonitorValidator implements IPolicyValidationPlugin {
  /** The plug-in's name in the validation report. */
  public readonly name: string = 'cdk-nacl-change-monitor';

  /** The version of this library. */
  public readonly version?: string;

  /** The ids of all checks. */
  public readonly ruleIds?: string[];

  /**
   * @param requirements What is required: by default a sound chain in every account, and a warning where there is none.
   */
  constructor(private readonly requirements: ChainRequirements = {}) {
    validateRequirements(requirements);
    this.version = require('../package.json').version;
    const { CHECKS }: typeof import('./policy-validation/judgement') =
      require('./policy-validation/judgement');
    this.ruleIds = CHECKS.map(({ id }) => id);
  }

  /**
   * Called by the CDK when the templates have been written.
   *
   * @param context The paths of the templates, and the app.
   * @returns A violation for each account (with `ChainScope.STACK`, each stack) not known to have a sound chain.
   */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const { validationReport }: typeof import('./policy-validation/judgement') =
      require('./policy-validation/judgement');
    return validationReport(context, this.requirements);
  }
}
