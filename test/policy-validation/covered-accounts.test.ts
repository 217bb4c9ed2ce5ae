import { Aws, type Stack } from 'aws-cdk-lib';
import {
  ChainScope,
  type CoveredAccount,
  NaclChangeMonitorValidator,
  RequireNaclChangeMonitor,
} from '../../src';
import { demand, ENV, flagged, makeApp, OTHER_ENV, pluginReport } from './apps';
import { bareStack } from './chains';

const REASON = 'an organization trail that the security team watches';

test.each([[ChainScope.ACCOUNT], [ChainScope.STACK]])('a covered account is not judged by %s', (scope) => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  bareStack(app, 'Foreign', OTHER_ENV);
  bareStack(app, 'Anywhere');
  const requirements = { scope, coveredAccounts: [{ account: '444455556666', reason: REASON }] };
  demand(app, requirements);
  expect(flagged(app)).toEqual(['warning Anywhere', 'warning Network']);
  const report = pluginReport(makeCopy(), requirements);
  expect(report?.violations.flatMap(({ violatingConstructs }) => violatingConstructs)).toMatchObject([
    { constructPath: 'Network' },
    { constructPath: 'Anywhere' },
  ]);
});

function makeCopy() {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  bareStack(app, 'Foreign', OTHER_ENV);
  bareStack(app, 'Anywhere');
  return app;
}

test.each([
  ['a stack', (stack: Stack) => stack.account],
  ['CloudFormation', () => Aws.ACCOUNT_ID],
])('the account of %s stands for all that are not known', (_, account) => {
  const app = makeApp();
  const stack = bareStack(app, 'Anywhere');
  bareStack(app, 'Elsewhere', { region: 'us-east-1' });
  bareStack(app, 'Network', ENV);
  demand(app, { coveredAccounts: [{ account: account(stack), reason: REASON }] });
  expect(flagged(app)).toEqual(['warning Network']);
});

test('several accounts', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  bareStack(app, 'Foreign', OTHER_ENV);
  demand(app, {
    coveredAccounts: [
      { account: '111122223333', reason: REASON },
      { account: '444455556666', reason: 'an external SIEM' },
    ],
  });
  expect(flagged(app)).toEqual([]);
});

test.each<[string, Partial<CoveredAccount>, string]>([
  [
    'no digits',
    { account: 'production', reason: REASON },
    'coveredAccounts: "production" is not an account id: give its twelve digits.',
  ],
  [
    'eleven digits',
    { account: '11112222333', reason: REASON },
    'coveredAccounts: "11112222333" is not an account id: give its twelve digits.',
  ],
  [
    'thirteen digits',
    { account: '1111222233334', reason: REASON },
    'coveredAccounts: "1111222233334" is not an account id: give its twelve digits.',
  ],
  [
    'dashes',
    { account: '1111-2222-3333', reason: REASON },
    'coveredAccounts: "1111-2222-3333" is not an account id: give its twelve digits.',
  ],
  [
    'a line break',
    { account: '111122223333\n', reason: REASON },
    'coveredAccounts: "111122223333\n" is not an account id: give its twelve digits.',
  ],
  [
    'a number, as JavaScript lets through',
    { account: 111122223333 as unknown as string, reason: REASON },
    'coveredAccounts: 111122223333 is a number, put its twelve digits in quotes.',
  ],
  [
    'nothing',
    { reason: REASON },
    'coveredAccounts: "undefined" is not an account id: give its twelve digits.',
  ],
  [
    'no reason',
    { account: '111122223333' },
    'coveredAccounts: say in the reason who monitors account 111122223333.',
  ],
  [
    'a blank reason',
    { account: '111122223333', reason: ' \t' },
    'coveredAccounts: say in the reason who monitors account 111122223333.',
  ],
])('an account with %s is refused at once', (_, covered, message) => {
  const coveredAccounts = [{ account: '444455556666', reason: REASON }, covered as CoveredAccount];
  expect(() => new RequireNaclChangeMonitor({ coveredAccounts })).toThrow(new Error(message));
  expect(() => new NaclChangeMonitorValidator({ coveredAccounts })).toThrow(new Error(message));
});
