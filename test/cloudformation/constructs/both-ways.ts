import type { App } from 'aws-cdk-lib';
import { declaredInConstructs } from '../../../src/cloudformation/from-constructs';
import { declaredInAssembly } from '../../../src/cloudformation/from-templates';
import type { Origin } from '../../../src/field/origin';
import { judgeApp } from '../../../src/policy-validation/judge-app';
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
    judgeApp(declared, {})
      .filter(({ result }) => result.outcome !== 'PASS')
      .map(({ result: { outcome, broken, unreadParts, compensatingRules } }) =>
        [
          `${outcome} ${broken?.check.id}: ${broken?.finding.reason}${placeOf(broken?.finding.subject)}.`,
          ...unreadParts.map(
            ({ origin, reason }) =>
              `The chain may be in what could not be read${placeOf(origin)}: ${reason}.`,
          ),
          ...compensatingRules.map(
            ({ origin }) =>
              `An EventBridge rule watches the same events${placeOf(origin)}: a compensating control, but not this one.`,
          ),
        ].join(' '),
      )
      .join('; '),
  );
  expect(tree).toBe(templates);
  return tree || 'PASS';
}

function placeOf({ path, template, logicalId }: Origin = {}): string {
  const place = path ?? [template, logicalId].filter(Boolean).join('#');
  return place && ` (${place})`;
}

/** The chain notifies a topic that is somewhere else, and the subscription listens to it. */
export function notify(chain: ReturnType<typeof soundChain>, topicArn: string, listenTo = topicArn) {
  chain.alarm.alarmActions = [topicArn];
  chain.subscription.topicArn = listenTo;
}
