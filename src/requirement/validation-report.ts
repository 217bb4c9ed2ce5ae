import { resolve } from 'node:path';
import {
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
  type PolicyViolatingResource,
  Stack,
  Stage,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import type { Declared } from '../evidence/declaration';
import { declaredInConstructs } from '../evidence/from-constructs';
import { declaredInTemplates } from '../evidence/from-templates';
import type { Origin } from '../evidence/snapshot';
import { isAcknowledged } from './acknowledged';
import { type ChainRequirements, FindingSeverity } from './chain-requirements';
import { type Judgement, judge } from './judge';
import { ruleOf, textOfJudgement } from './rules';

/** What the plug-in reports: from the construct tree where the CDK gives one, from the templates where it does not. */
export function validationReport(
  { appConstruct, templatePaths }: IPolicyValidationContext,
  requirements: ChainRequirements,
): PolicyValidationPluginReport {
  const severity = requirements.severity ?? FindingSeverity.WARNING;
  const declared = appConstruct
    ? declaredBeside(appConstruct, templatePaths)
    : declaredInTemplates(templatePaths);
  const judgements = judge(declared, requirements)
    .map((judgement) => withoutAcknowledged(judgement, appConstruct))
    .filter(({ stacks }) => stacks.length > 0);
  return {
    success:
      severity === FindingSeverity.WARNING || judgements.every(({ verdict }) => verdict.outcome !== 'FAIL'),
    violations: judgements.map((judgement) => {
      const { finding, remedy } = textOfJudgement(judgement);
      return {
        ruleName: ruleOf(judgement),
        description: finding,
        ...(remedy === undefined ? {} : { fix: remedy }),
        severity: judgement.verdict.outcome === 'UNKNOWN' ? 'info' : severity,
        violatingResources: originsOf(judgement).map(violatingResource),
      };
    }),
  };
}

/** The evidence of the whole app; of its stacks, those whose templates the plug-in is to validate. */
function declaredBeside(app: IConstruct, templatePaths: readonly string[]): Declared {
  const declared = declaredInConstructs(app);
  const files = new Set(templatePaths.map((path) => resolve(path)));
  const stacks = declared.stacks.filter(({ origin }) => {
    const stack = constructAt(app, origin);
    return Stack.isStack(stack) && files.has(resolve(Stage.of(stack)?.outdir ?? '', stack.templateFile));
  });
  return { ...declared, stacks };
}

function withoutAcknowledged(judgement: Judgement, app: IConstruct | undefined): Judgement {
  const stacks = judgement.stacks.filter(({ origin }) => {
    const stack = app && constructAt(app, origin);
    return !stack || !isAcknowledged(stack, ruleOf(judgement));
  });
  return { ...judgement, stacks };
}

function constructAt(app: IConstruct, { path = '' }: Origin): IConstruct | undefined {
  return path.split('/').reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), app);
}

/** The part of the chain that is broken, and the stacks that lack a chain. */
function originsOf({ stacks, verdict }: Judgement): Origin[] {
  const subject = verdict.broken?.finding.subject;
  return [...(subject ? [subject] : []), ...stacks.map(({ origin }) => origin)];
}

function violatingResource({ path, template, logicalId }: Origin): PolicyViolatingResource {
  if (path !== undefined) return { constructPath: path, locations: [] };
  return { resourceLogicalId: logicalId, templatePath: template, locations: [] };
}
