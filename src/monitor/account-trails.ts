import { Stack, Token, Validations } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';

const UNRESOLVED = 'unresolved';

/** The monitors of an app that make a trail, by the app's root. */
const trailMakers = new WeakMap<IConstruct, Construct[]>();

/** Warns where another monitor of the app makes a trail for the same account: the second set of events is billed. */
export function warnOfSecondTrail(monitor: Construct) {
  const { root } = monitor.node;
  const others = trailMakers.get(root) ?? [];
  const first = others.find((other) => account(other) === account(monitor));
  if (first) {
    const sure = account(monitor) !== UNRESOLVED;
    Validations.of(monitor).addWarning(
      'cdk-nacl-change-monitor:second-trail',
      `${first.node.path} already makes a trail for ${sure ? 'the same account' : 'what may be the same account, as neither stack names one'}; it covers all regions, and the events of a second one are billed: leave this monitor out, or pass the first one's logGroup.`,
    );
  }
  trailMakers.set(root, [...others, monitor]);
}

/** Unresolved accounts are one: env-agnostic stacks of an app are usually deployed to the same account. */
function account(scope: Construct): string {
  const value = Stack.of(scope).account;
  return Token.isUnresolved(value) ? UNRESOLVED : value;
}
