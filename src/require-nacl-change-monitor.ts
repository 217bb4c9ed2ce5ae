import { Aspects, type IAspect, Stack, Stage } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { ChainRequirements } from './policy-validation/chain-requirements';
import { validateRequirements } from './policy-validation/validate-requirements';
import { noteVisit } from './policy-validation/visits';

/**
 * Flags every stack that deploys into an account in which no sound chain reports network ACL changes, and says which
 * link of the chain is broken and what mends it.
 *
 * It judges what the app declares, whatever library made it, when all Aspects have run; it changes nothing. What could
 * not be read, such as a log group that the app imports, is an info message and not a warning. The id of a finding is
 * `cdk-nacl-change-monitor:` followed by the check that failed: `Validations.of(x).acknowledge()` with that id accepts
 * it for the stacks inside `x`.
 *
 * The CDK does not carry Aspects into Stages: add one to each Stage, or use `NaclChangeMonitorValidator`.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/aspects.html
 *
 * @example
 * declare const app: App;
 * Aspects.of(app).add(new RequireNaclChangeMonitor());
 */
export class RequireNaclChangeMonitor implements IAspect {
  /**
   * @param requirements What is required: by default a sound chain in every account, and a warning where there is none.
   */
  constructor(private readonly requirements: ChainRequirements = {}) {
    validateRequirements(requirements);
  }

  /**
   * Called by the CDK for every construct: records the stacks and Stages, which are judged when the CDK validates the
   * app.
   *
   * @param node The construct that is visited.
   */
  public visit(node: IConstruct): void {
    const scope = this.scopeOf(node);
    if (!scope) return;
    // What encloses a Stage is not synthesized with it.
    const stage = Stage.isStage(scope) ? scope : (Stage.of(scope) ?? scope.node.root);
    const visits = noteVisit(stage, this.requirements, scope);
    if (!visits) return;
    // Other Aspects may change what was visited before. Validation comes after all of them, and before templates and
    // messages are written.
    stage.node.addValidation({
      validate: () => {
        const { flagStacks }: typeof import('./policy-validation/judgement') =
          require('./policy-validation/judgement');
        return flagStacks(stage, visits);
      },
    });
  }

  /** A stack or a Stage; where the Aspect was added to a part of a stack, that stack. */
  private scopeOf(node: IConstruct): IConstruct | undefined {
    if (Stack.isStack(node) || Stage.isStage(node)) return node;
    return Aspects.of(node).all.includes(this) ? node.node.scopes.find(Stack.isStack) : undefined;
  }
}
