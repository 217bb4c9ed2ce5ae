import { App } from 'aws-cdk-lib';
import { type AccountResult, audit } from '../../src/audit/audit';
import { declaredInConstructs } from '../../src/cloudformation/from-constructs';
import { type AccountData, accountsOf } from '../../src/evidence/account-data';
import { changesIn, declaredAccounts } from '../../src/evidence/declared-accounts';
import { declaredListings } from '../../src/evidence/declared-listings';
import type { Case } from '../fault-matrix/case';
import { FAULTS, OPEN, SOUND } from '../fault-matrix/cases';

/** Everything of a result that does not depend on who read the account. */
function said({ outcome, results }: AccountResult): unknown {
  return [outcome, results.map(({ check, finding }) => [check.id, finding.outcome, finding.reason])];
}

/** The accounts of an app, once looked up in what it declares and once in plain data of all of it. */
function judgedTwice({ build }: Case): [declared: unknown, plain: unknown] {
  const app = new App({ analyticsReporting: false });
  build(app);
  const declared = declaredInConstructs(app);
  const accounts = declaredAccounts(declared);
  const data = accounts.map(({ account, stacks }): AccountData => {
    const ids = stacks.flatMap(({ declaringStacks }) => declaringStacks);
    const own = declaredListings(
      declared.declarations.filter(({ stack }) => ids.includes(stack.id)),
      changesIn(declared),
    );
    const kinds = Object.entries(own).map(([kind, listing]) => [kind, listing.all()]);
    return { id: account.id, unreadParts: account.unreadParts, ...Object.fromEntries(kinds) };
  });
  return [audit(accounts.map(({ account }) => account)).map(said), audit(accountsOf(data)).map(said)];
}

test.each([...FAULTS, ...OPEN, ...SOUND])('$id is judged alike from plain data', (one) => {
  const [declared, plain] = judgedTwice(one);
  expect(plain).toEqual(declared);
});
