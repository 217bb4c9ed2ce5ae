import type { Key, Snapshot } from '../../evidence/snapshot';
import { compare, type Field, isUnreadable, shown, type Unreadable } from '../../field/field';
import type { Origin } from '../../field/origin';
import { type Finding, fail, PASS, unknown } from '../check';
import { allows } from '../policy/allows';
import { any } from '../policy/answer';
import type { Context } from '../policy/condition';
import { called, couldNotRead } from './words';

/** What a service needs of the key that encrypts a part of the chain. */
export interface KeyUse {
  /** The part that is encrypted, as a message calls it. */
  readonly what: string;
  readonly subject: Origin;
  readonly region: string;
  /** All names of the service; the first one is shown. */
  readonly services: readonly string[];
  readonly actions: readonly string[];
  readonly context: Context;
}

/** Whether the key of a part, if it has one, is on and lets the service use it. */
export function judgeKey(reference: Field<string | undefined>, use: KeyUse, { keys }: Snapshot): Finding {
  if (reference === undefined) return PASS;
  const { what, services, actions, subject } = use;
  const needs = `let ${services[0]} use ${actions.join(', ')}`;
  const remedy = `${needs} in the key's policy: key.addToResourcePolicy(...)`;
  const key = findKey(reference, use.region, keys);
  if (isUnreadable(key)) return couldNotRead(`the key that encrypts ${what}`, key, subject);
  if (key === undefined) {
    const name = called('key', reference);
    return unknown(
      `${name}, which encrypts ${what}, is not part of the evidence: whether its policy lets ${services[0]} use it could not be read`,
      remedy,
      subject,
    );
  }
  const name = called('key', key.aliases[0] ?? key.keyId, key.origin);
  if (isUnreadable(key.isEnabled))
    return couldNotRead(`whether ${name} is enabled`, key.isEnabled, key.origin);
  if (!key.isEnabled) {
    return fail(`${name}, which encrypts ${what}, is disabled`, "set the key's enabled: true", key.origin);
  }
  // A key policy that is not given lets in the account and no service.
  const policies = key.policy === undefined ? [] : [key.policy];
  const context = { 'kms:calleraccount': AWS_OWN_ACCOUNT, ...use.context };
  const answers = actions.map((action) => allows(policies, { services, action, resource: key.arn, context }));
  const refused = actions.filter((_, i) => answers[i] === false);
  if (refused.length > 0) {
    return fail(
      `the policy of ${name}, which encrypts ${what}, does not let ${services[0]} use ${refused.join(', ')}`,
      remedy,
      key.origin,
    );
  }
  const open = answers.find(isUnreadable);
  return open
    ? couldNotRead(`whether the policy of ${name} lets ${services[0]} use it`, open, key.origin)
    : PASS;
}

/**
 * A service calls from an account of its own: why the key `alias/aws/sns`, whose policy asks for the customer's, is of no
 * use to alarms.
 */
const AWS_OWN_ACCOUNT = 'an account of AWS';

/** The key of that id, ARN, alias or alias ARN; an id or alias means one of the same region. */
function findKey(
  reference: Field<string>,
  region: string,
  keys: readonly Key[],
): Key | undefined | Unreadable {
  const compared = keys.map((key) => {
    const prefix = shown(key.arn).replace(/:key\/.*$/, '');
    const arns = [key.arn, ...key.aliases.map((alias) => `${prefix}:${shown(alias)}`)];
    const names = compare(key.region, region) === 'different' ? [] : [key.keyId, ...key.aliases];
    return any(
      [...arns, ...names].map((name) => {
        const result = compare(reference, name);
        return isUnreadable(result) ? result : result === 'same';
      }),
    );
  });
  if (compared.includes(true)) return keys[compared.indexOf(true)];
  return isUnreadable(reference) ? reference : compared.find(isUnreadable);
}
