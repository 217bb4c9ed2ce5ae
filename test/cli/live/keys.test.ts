import { CallError } from '../../../cli/src/live/calls';
import { Evidence } from '../../../cli/src/live/evidence';
import { readKey } from '../../../cli/src/live/read/keys';
import type { SessionsByAccount } from '../../../cli/src/live/session';

const ACCOUNT = '111122223333';
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;
const NOT_ALLOWED = '{"Statement":[]}';

/** An account whose key is in eu-west-1 and in no other region; in which state, `describe-key` says. */
function accountWithKey(state: object | null = { Enabled: true, KeyState: 'Enabled' }) {
  const client = (_type: unknown, region: string) => ({
    send: async ({ constructor: { name } }: object) => {
      if (region !== 'eu-west-1') throw new Error(`${region} does not know the key`);
      if (name === 'GetKeyPolicyCommand') return { Policy: NOT_ALLOWED };
      if (!state) throw new CallError('kms:DescribeKey', region, 'NotFoundException', 'no such key');
      return { KeyMetadata: { KeyId: '1', Arn: KEY, ...state } };
    },
  });
  return { account: ACCOUNT, client } as unknown as NonNullable<ReturnType<SessionsByAccount['of']>>;
}

async function read(...uses: [reference: string, region: string][]) {
  const session = accountWithKey();
  const evidence = new Evidence(ACCOUNT);
  for (const [reference, region] of uses) {
    await readKey(reference, region, session, { of: () => session }, evidence);
  }
  const [{ keys = [], keyAliases = [] }] = evidence.toData();
  return {
    keys: keys.map(({ arn, region, isEnabled }) => ({ arn, region, isEnabled })),
    aliases: keyAliases.map(({ name, region }) => ({ name, region })),
  };
}

const FOUND = { arn: KEY, region: 'eu-west-1', isEnabled: true };

test('the key of a trail is asked for in its own region, that of the bucket', async () => {
  expect(await read([KEY, 'us-east-1'])).toEqual({ keys: [FOUND], aliases: [] });
});

test('an alias with an ARN is one of the region of the ARN', async () => {
  expect(await read([`arn:aws:kms:eu-west-1:${ACCOUNT}:alias/a`, 'us-east-1'])).toEqual({
    keys: [FOUND],
    aliases: [{ name: 'alias/a', region: 'eu-west-1' }],
  });
});

test('a key that is named in several ways is one', async () => {
  expect(await read([KEY, 'eu-west-1'], ['alias/a', 'eu-west-1'], ['1', 'eu-west-1'])).toEqual({
    keys: [FOUND],
    aliases: [{ name: 'alias/a', region: 'eu-west-1' }],
  });
});

test.each<[string, object | null, object]>([
  ['on', { Enabled: true, KeyState: 'Enabled' }, { isEnabled: true }],
  ['off', { Enabled: false, KeyState: 'Disabled' }, { isEnabled: false }],
  ['about to go', { Enabled: false, KeyState: 'PendingDeletion' }, { isEnabled: false, deletion: 'pending' }],
  ['made by AWS', { Enabled: true, KeyManager: 'AWS' }, { isEnabled: true, isAwsManaged: true }],
  ['gone', null, { isEnabled: false, deletion: 'done' }],
])('the state of a key: %s', async (_, state, expected) => {
  const session = accountWithKey(state);
  const evidence = new Evidence(ACCOUNT);
  await readKey(KEY, 'eu-west-1', session, { of: () => session }, evidence);
  const [{ isEnabled, deletion, isAwsManaged } = {} as never] = evidence.toData()[0].keys ?? [];
  expect({ isEnabled, ...(deletion && { deletion }), ...(isAwsManaged && { isAwsManaged }) }).toEqual(
    expected,
  );
});
