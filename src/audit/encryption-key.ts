import type { Account, Place } from '../evidence/account';
import type { Key } from '../evidence/resource-model';
import { type Field, isUnreadable } from '../field/field';
import type { Origin } from '../field/origin';
import { couldNotRead, type Finding, fail, PASS, unknown } from './check';
import { called } from './names';
import { type Access, allows, denies } from './policy/allows';
import type { Context } from './policy/condition';
import { judgeMeant } from './possibilities';

/** What a service needs of the key that encrypts a part of the chain. */
export interface KeyUse {
  /** The part that is encrypted, as a message calls it. */
  readonly what: string;
  readonly subject: Origin;
  readonly place: Place;
  /** All names of the service; the first one is shown. */
  readonly services: readonly Field<string>[];
  /** The actions, and what their calls say of themselves. */
  readonly actions: readonly { readonly action: string; readonly context: Context }[];
}

/** Whether the key of a part, if it has one, is on and lets the service use it. */
export function judgeKey(reference: Field<string | undefined>, use: KeyUse, account: Account): Finding {
  if (reference === undefined) return PASS;
  const { what, services, actions, subject } = use;
  const keys = account.keys(reference as Field<string>, use.place);
  if (keys.length > 0) {
    return judgeMeant(keys, `the key that encrypts ${what}`, (key) => judgeUse(key, use, account));
  }
  if (isUnreadable(reference)) return couldNotRead(`the key that encrypts ${what}`, reference, subject);
  return unknown(
    `${called('key', reference)}, which encrypts ${what}, is not part of the evidence: whether its policy lets ${serviceOf(services)} use it could not be read`,
    remedyFor(services, actions),
    subject,
  );
}

function judgeUse(key: Key, { what, services, actions }: KeyUse, account: Account): Finding {
  const [alias] = account.aliasesOf(key);
  const name = called('key', alias ?? key.keyId, key.origin);
  if (isUnreadable(key.isEnabled))
    return couldNotRead(`whether ${name} is enabled`, key.isEnabled, key.origin);
  if (!key.isEnabled) {
    const [state, remedy] = UNUSABLE[key.deletion ?? 'none'];
    return fail(`${name}, which encrypts ${what}, ${state}`, remedy, key.origin);
  }
  // A key policy that is not given lets in the account and no service.
  const policies = key.policy === undefined ? [] : [key.policy as NonNullable<Key['policy']>];
  const calls = actions.map(
    ({ action, context }): Access => ({
      services,
      action,
      resource: key.arn,
      context: { 'kms:calleraccount': AWS_OWN_ACCOUNT, ...context },
    }),
  );
  const answers = calls.map((access) => allows(policies, access));
  const refused = actions.filter((_, i) => answers[i] === false).map(({ action }) => action);
  if (refused.length > 0) {
    return fail(
      `the policy of ${name}, which encrypts ${what}, does not let ${serviceOf(services)} use ${refused.join(', ')}`,
      calls.some((access) => denies(policies, access))
        ? `leave ${serviceOf(services)} out of the statement of that policy that denies it`
        : remedyFor(services, actions),
      key.origin,
    );
  }
  const hidden = answers.find(isUnreadable);
  return hidden
    ? couldNotRead(`whether the policy of ${name} lets ${serviceOf(services)} use it`, hidden, key.origin)
    : PASS;
}

const UNUSABLE = {
  none: ['is disabled', "set the key's enabled: true"],
  pending: ['waits for its deletion', 'cancel the deletion of the key, and enable it'],
  done: ['does not exist', 'encrypt it with a key that is there'],
} as const;

function remedyFor(services: KeyUse['services'], actions: KeyUse['actions']): string {
  const all = actions.map(({ action }) => action).join(', ');
  return `let ${serviceOf(services)} use ${all} in the key's policy: key.addToResourcePolicy(...)`;
}

function serviceOf([first]: KeyUse['services']): string {
  return isUnreadable(first) ? first.placeholder : first;
}

/**
 * A service calls from an account of its own: why the key `alias/aws/sns`, whose policy asks for the customer's, is of no
 * use to alarms.
 */
const AWS_OWN_ACCOUNT = 'an account of AWS';
