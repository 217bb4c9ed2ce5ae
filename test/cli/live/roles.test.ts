import { IAMClient } from '@aws-sdk/client-iam';
import { Evidence } from '../../../cli/src/live/evidence';
import { readRole } from '../../../cli/src/live/read/roles';
import type { Session } from '../../../cli/src/live/session';

const ROLE = 'arn:aws:iam::111122223333:role/service/delivery';

test('a document that is not encoded as an address is not known, and ends nothing', async () => {
  const send = async ({ constructor: { name } }: object) =>
    name === 'GetRoleCommand' ? { Role: { AssumeRolePolicyDocument: '%E0%A4%A' } } : {};
  const client = Object.assign(new IAMClient({ region: 'us-east-1' }), { send });
  const session = { account: '111122223333', region: 'us-east-1', client: () => client };
  const evidence = new Evidence('111122223333');
  await readRole(ROLE, session as unknown as Session, evidence);
  expect(evidence.toData()[0].roles).toMatchObject([
    { arn: ROLE, trustPolicy: { unreadable: 'its answer was not understood (URI malformed)' } },
  ]);
});
