import { App, CfnStackSet, Stack } from 'aws-cdk-lib';
import { declaredInConstructs } from '../../src/cloudformation/from-constructs';
import { declaredInAssembly } from '../../src/cloudformation/from-templates';
import { TemporaryFolder } from './templates/temporary-folder';

const folder = new TemporaryFolder();
const REASON = 'the template of the stack set is not part of the evidence';

type Group = CfnStackSet.StackInstancesProperty;
const group = (deploymentTargets: Group['deploymentTargets']) => ({
  deploymentTargets,
  regions: ['eu-west-1'],
});

/** Why something could not be read in a stack of account 111122223333 with such a stack set, the same in both sources. */
function unreadable(stackInstancesGroup: Group[] | undefined) {
  const app = new App({ outdir: folder.path(), analyticsReporting: false });
  const stack = new Stack(app, 'Rollout', { env: { account: '111122223333', region: 'eu-west-1' } });
  const props = { stackSetName: 'baseline', permissionModel: 'SELF_MANAGED', stackInstancesGroup };
  new CfnStackSet(stack, 'Baseline', props);
  const { directory } = app.synth();
  const [tree, templates] = [declaredInConstructs(app), declaredInAssembly(directory)].map((declared) =>
    declared.unreadable?.map(({ reason }) => reason),
  );
  expect(tree).toEqual(templates);
  return tree;
}

test.each<[string, Group[] | undefined]>([
  ['names no accounts', undefined],
  ['names no account in a list', []],
  ['names its own account', [group({ accounts: ['444455556666', '111122223333'] })]],
  [
    'names its own account in a second group',
    [group({ accounts: ['444455556666'] }), group({ accounts: ['111122223333'] })],
  ],
  ['names an organizational unit', [group({ organizationalUnitIds: ['ou-abcd-12345678'] })]],
  [
    'names accounts and their unit',
    [group({ accounts: ['444455556666'], organizationalUnitIds: ['ou-abcd-12345678'] })],
  ],
  ['names accounts in a file', [group({ accountsUrl: 'https://example.com/accounts.txt' })]],
])('a stack set that %s may deploy into the account', (_, groups) => {
  expect(unreadable(groups)).toEqual([REASON]);
});

test('a stack set of other accounts does not', () => {
  expect(unreadable([group({ accounts: ['444455556666'] }), group({ accounts: ['777788889999'] })])).toEqual(
    [],
  );
});

test('a stack whose account is not known may be any of them', () => {
  const app = new App({ outdir: folder.path(), analyticsReporting: false });
  new CfnStackSet(new Stack(app, 'Rollout'), 'Baseline', {
    stackSetName: 'baseline',
    permissionModel: 'SELF_MANAGED',
    stackInstancesGroup: [group({ accounts: ['444455556666'] })],
  });
  expect(declaredInConstructs(app).unreadable?.map(({ reason }) => reason)).toEqual([REASON]);
});
