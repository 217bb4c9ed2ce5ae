import { resolve } from 'node:path';
import {
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
  type PolicyViolatingResource,
  Stack,
  Stage,
} from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { declaredInConstructs } from '../cloudformation/from-constructs';
import { declaredInTemplates } from '../cloudformation/from-templates';
import type { Origin } from '../field/origin';
import { isAcknowledged } from './acknowledged';
import { type ChainRequirements, FindingSeverity } from './chain-requirements';
import { type Judgement, judgeApp, remedyOf, ruleOf, textOf } from './judge-app';

/** What the plug-in reports: from the construct tree where the CDK gives one, from the templates where it does not. */
export function validationReport(
  { appConstruct, templatePaths }: IPolicyValidationContext,
  requirements: ChainRequirements,
): PolicyValidationPluginReport {
  const declared = appConstruct ? declaredInConstructs(appConstruct) : declaredInTemplates(templatePaths);
  const judgements = judgeApp(declared, requirements)
    .filter(({ severity }) => severity !== undefined)
    .map((judgement) => (appConstruct ? reported(judgement, appConstruct, templatePaths) : judgement))
    .filter(({ stacks }) => stacks.length > 0);
  return {
    success: judgements.every(({ severity }) => severity !== FindingSeverity.ERROR),
    violations: judgements.map((judgement) => {
      const remedy = remedyOf(judgement);
      return {
        ruleName: ruleOf(judgement),
        description: textOf(judgement),
        ...(remedy === undefined ? {} : { fix: remedy }),
        severity: judgement.severity ?? 'info',
        violatingResources: originsOf(judgement).map((origin) => violatingResource(origin, appConstruct)),
      };
    }),
  };
}

/** Of the stacks, those whose templates the plug-in is to validate, without those that accept it. */
function reported(judgement: Judgement, app: IConstruct, templatePaths: readonly string[]): Judgement {
  const files = new Set(templatePaths.map((path) => resolve(path)));
  const stacks = judgement.stacks.filter(({ origin }) => {
    const stack = constructAt(app, origin);
    return (
      Stack.isStack(stack) && files.has(templateFileOf(stack)) && !isAcknowledged(stack, ruleOf(judgement))
    );
  });
  return { ...judgement, stacks };
}

function templateFileOf(stack: Stack): string {
  return resolve(Stage.of(stack)?.outdir ?? '', stack.templateFile);
}

function constructAt(app: IConstruct, { path = '' }: Origin): IConstruct | undefined {
  return path.split('/').reduce<IConstruct | undefined>((scope, id) => scope?.node.tryFindChild(id), app);
}

/** The part of the chain that is broken, and the stacks that lack a chain. */
function originsOf({ stacks, result }: Judgement): Origin[] {
  const subject = result.broken?.finding.subject;
  return [...(subject ? [subject] : []), ...stacks.map(({ origin }) => origin)];
}

function violatingResource(
  { path, template, logicalId }: Origin,
  app: IConstruct | undefined,
): PolicyViolatingResource {
  const construct = app && path !== undefined ? constructAt(app, { path }) : undefined;
  const templatePath = construct ? templateFileOf(Stack.of(construct)) : template;
  return {
    ...(path !== undefined && { constructPath: path }),
    ...(logicalId !== undefined && { resourceLogicalId: logicalId }),
    ...(templatePath !== undefined && { templatePath }),
    locations: [],
  };
}
