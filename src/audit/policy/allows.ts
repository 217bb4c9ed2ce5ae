import type { PolicyDocument, PolicyStatement } from '../../evidence/resource-model';
import { type Field, isUnreadable } from '../../field/field';
import { type Answer, all, any, not } from './answer';
import { type Context, holds } from './condition';
import { equals, matches } from './wildcard';

/** What a service wants to do. */
export interface Access {
  /** The names of the service's principal; undefined for what a role does, whose policies name no principal. */
  readonly services?: readonly Field<string>[];
  readonly action: string;
  /** Undefined for the trust policy of a role, whose statements name no resource. */
  readonly resource?: Field<string>;
  readonly context: Context;
}

/**
 * What is the same in every call of a service on behalf of the account: over TLS, by a principal that is no user and
 * belongs to no account or organization of the customer.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const OF_A_SERVICE: Context = {
  'aws:securetransport': 'true',
  'aws:principalisawsservice': 'true',
  'aws:principalaccount': null,
  'aws:principalarn': null,
  'aws:principalorgid': null,
  'aws:userid': null,
  'aws:username': null,
};

/** Whether the policies together allow it, as IAM decides: some statement allows, none denies. */
export function allows(policies: readonly Field<PolicyDocument>[], access: Access): Answer {
  return all([someStatement('Allow', policies, access), not(someStatement('Deny', policies, access))]);
}

/** Whether a statement denies it for certain: then no other that allows it helps. */
export function denies(policies: readonly Field<PolicyDocument>[], access: Access): boolean {
  return someStatement('Deny', policies, access) === true;
}

function someStatement(
  effect: 'Allow' | 'Deny',
  policies: readonly Field<PolicyDocument>[],
  access: Access,
): Answer {
  const statements = policies.flatMap((policy) => (isUnreadable(policy) ? [policy] : policy.statements));
  return any(statements.map((statement) => applies(statement, effect, access)));
}

function applies(statement: Field<PolicyStatement>, effect: string, access: Access): Answer {
  if (isUnreadable(statement)) return statement;
  if (isUnreadable(statement.effect)) return statement.effect;
  if (statement.effect !== effect) return false;
  const { action, resource } = access;
  const context = access.services ? { ...OF_A_SERVICE, ...access.context } : access.context;
  const named = (texts: readonly Field<string>[], value: Field<string>) =>
    any(texts.map((text) => matches(text, value)));
  const answers: Answer[] = [];
  const { actions, notActions, resources, notResources } = statement;
  if (actions) answers.push(named(actions.map(lower), action.toLowerCase()));
  if (notActions) answers.push(not(named(notActions.map(lower), action.toLowerCase())));
  if (resources && resource !== undefined) answers.push(named(resources, resource));
  if (notResources && resource !== undefined) answers.push(not(named(notResources, resource)));
  if (access.services) answers.push(isFor(statement, access.services));
  for (const [operator, keys] of Object.entries(statement.conditions)) {
    for (const [key, values] of Object.entries(keys)) answers.push(holds(operator, key, values, context));
  }
  return all(answers);
}

function isFor(statement: PolicyStatement, services: readonly Field<string>[]): Answer {
  if (statement.notPrincipals) return not(includes(statement.notPrincipals, services));
  return includes(statement.principals ?? {}, services);
}

/** `AWS: *` is everybody, services too; every other `AWS` principal is an account, a role or a user. */
function includes(
  principals: Readonly<Record<string, readonly Field<string>[]>>,
  services: readonly Field<string>[],
): Answer {
  return any(
    Object.entries(principals).flatMap(([kind, names]) =>
      names.flatMap((name): Answer[] => {
        if (kind === 'Service') return services.map((service) => equals(name, service));
        if (isUnreadable(name)) return kind === '*' || kind === 'AWS' ? [name] : [];
        return [name === '*' && (kind === '*' || kind === 'AWS')];
      }),
    ),
  );
}

const lower = (text: Field<string>): Field<string> => (isUnreadable(text) ? text : text.toLowerCase());
