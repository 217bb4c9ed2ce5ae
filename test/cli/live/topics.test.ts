import { SNSClient } from '@aws-sdk/client-sns';
import { Evidence } from '../../../cli/src/live/evidence';
import { readTopic } from '../../../cli/src/live/read/topics';
import type { SessionsByAccount } from '../../../cli/src/live/session';

const ACCOUNT = '111122223333';
const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:security`;

/** What is kept of one subscription of a topic. */
async function kept(Protocol: string, Endpoint: string, SubscriptionArn: string) {
  const send = async ({ constructor: { name } }: object) =>
    name === 'ListSubscriptionsByTopicCommand'
      ? { Subscriptions: [{ Protocol, Endpoint, SubscriptionArn }] }
      : { Attributes: {} };
  const client = Object.assign(new SNSClient({ region: 'us-east-1' }), { send });
  const of = () => ({ account: ACCOUNT, client: () => client });
  const evidence = new Evidence(ACCOUNT);
  await readTopic(TOPIC, { of } as unknown as SessionsByAccount, evidence);
  const [{ origin, endpoint } = {} as never] = evidence.toData()[0].subscriptions ?? [];
  return { path: origin.path, endpoint };
}

test.each([
  ['https://example.com/alarms', 'https://example.com/alarms'],
  ['https://example.com', 'https://example.com'],
  ['https://pager:hunter2@example.com/alarms', 'https://****@example.com/alarms'],
  ['https://pager:****@example.com/alarms', 'https://****@example.com/alarms'],
  ['https://hunter2@example.com:8443/alarms', 'https://****@example.com:8443/alarms'],
  ['https://a@b:hunter2@example.com/alarms', 'https://****@example.com/alarms'],
  ['HTTP://pager:hunter2@example.com/a@b?token=hunter2', 'HTTP://****@example.com/a@b?****'],
  ['https://example.com/alarms?token=hunter2&for=a#hunter2', 'https://example.com/alarms?****'],
  ['https://example.com/alarms#hunter2', 'https://example.com/alarms?****'],
  ['https://pager:hunter2/?@example.com', 'https://****'],
])('what may be a secret of an address is not kept: %s', async (endpoint, shown) => {
  expect(await kept('https', endpoint, 'PendingConfirmation')).toEqual({
    path: `${TOPIC} https ${shown}`,
    endpoint: shown,
  });
  expect(await kept('https', endpoint, `${TOPIC}:1`)).toEqual({ path: `${TOPIC}:1`, endpoint: shown });
});

test.each([
  ['email', 'security+acl?@example.com'],
  ['sqs', 'arn:aws:sqs:us-east-1:111122223333:alarms'],
])('an address of another protocol is kept: %s', async (protocol, endpoint) => {
  expect((await kept(protocol, endpoint, 'PendingConfirmation')).endpoint).toBe(endpoint);
});
