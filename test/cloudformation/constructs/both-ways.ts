import type { App } from 'aws-cdk-lib';
import { declaredInConstructs } from '../../../src/cloudformation/from-constructs';
import { declaredInAssembly } from '../../../src/cloudformation/from-templates';
import { judge } from '../../../src/policy-validation/judge';
import { textOf } from '../../../src/report/text';
import { makeApp } from '../../policy-validation/apps';
import type { soundChain } from '../../policy-validation/chains';

/**
 * What is judged of an app: outcome, check, reason and what could not be read, or `PASS`. It has to be the same from the
 * construct tree and from the templates that come of it.
 */
export function judgedBothWays(build: (app: App) => void): string {
  const app = makeApp();
  build(app);
  const { directory } = app.synth();
  const [tree, templates] = [declaredInConstructs(app), declaredInAssembly(directory)].map((declared) =>
    judge(declared, {})
      .map(({ verdict }) => {
        const [, text] = /: link \d of 8, (.*)$/.exec(textOf(verdict).finding) ?? [];
        return `${verdict.outcome} ${text?.replace(/, test\/\S+:\d+\)/g, ')')}`;
      })
      .join('; '),
  );
  expect(tree).toBe(templates);
  return tree || 'PASS';
}

/** The chain notifies a topic that is somewhere else, and the subscription listens to it. */
export function notify(chain: ReturnType<typeof soundChain>, topicArn: string, listenTo = topicArn) {
  chain.alarm.alarmActions = [topicArn];
  chain.subscription.topicArn = listenTo;
}
