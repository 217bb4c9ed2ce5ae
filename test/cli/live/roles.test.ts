import { IAMClient } from '@aws-sdk/client-iam';
import { CallError } from '../../../cli/src/live/calls';
import { Evidence } from '../../../cli/src/live/evidence';
import { readRole } from '../../../cli/src/live/read/roles';
import type { Session } from '../../../cli/src/live/session';

const ROLE = 'arn:aws:iam::111122223333:role/service/delivery';

/** What is known of the role where a call is answered so. */
async function read(answer: (call: string) => object) {
  const send = async ({ constructor: { name } }: object) => answer(name);
  const client = Object.assign(new IAMClient({ region: 'us-east-1' }), { send });
  const session = { account: '111122223333', region: 'us-east-1', client: () => client };
  const evidence = new Evidence('111122223333');
  await readRole(ROLE, session as unknown as Session, evidence);
  return evidence.toData()[0].roles;
}

test('a document that is not encoded as an address is not known, and ends nothing', async () => {
  const roles = await read((call) =>
    call === 'GetRoleCommand' ? { Role: { AssumeRolePolicyDocument: '%E0%A4%A' } } : {},
  );
  expect(roles).toMatchObject([
    { arn: ROLE, trustPolicy: { unreadable: 'its answer was not understood (URI malformed)' } },
  ]);
});

test.each(['NoSuchEntity', 'NoSuchEntityException'])('a role that was deleted: %s', async (error) => {
  const roles = await read(() => {
    throw new CallError('iam:GetRole', 'us-east-1', error, 'no such role');
  });
  expect(roles).toMatchObject([{ arn: ROLE, policies: [], isDeleted: true }]);
});

test('a role that may not be read may be there', async () => {
  const [role] = (await read(() => {
    throw new CallError('iam:GetRole', 'us-east-1', 'AccessDenied', 'no');
  })) ?? [{} as never];
  expect(role.isDeleted).toBeUndefined();
  expect(role.trustPolicy).toMatchObject({
    unreadable: 'iam:GetRole is not allowed in us-east-1 (AccessDenied)',
  });
});
