import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  type Subscription as LiveSubscription,
  paginateListSubscriptionsByTopic,
  SNSClient,
} from '@aws-sdk/client-sns';
import type { Subscription } from '../../../../src/evidence/resource-model';
import { parseArn } from '../../../../src/field/arn';
import { isUnreadable } from '../../../../src/field/field';
import { attempt, attemptToFind } from '../attempt';
import { documentFrom } from '../document';
import type { Evidence } from '../evidence';
import { maskedAddress } from '../masked-address';
import type { SessionsByAccount } from '../session';

/** What else has to be read of a topic. */
export interface ReadTopic {
  readonly region: string;
  readonly encryptionKey?: string;
  readonly subscriptions: readonly Subscription[];
}

/** A topic with its policy and its subscriptions, asked of the account that owns it. */
export async function readTopic(
  arn: string,
  sessions: SessionsByAccount,
  evidence: Evidence,
): Promise<ReadTopic | undefined> {
  const { account = '', region = '' } = parseArn(arn) ?? {};
  const session = sessions.of(account);
  if (!session) return undefined; // of an account that cannot be asked: the audit says so
  const client = session.client(SNSClient, region);
  const place = { origin: { path: arn }, region, account };
  const [attributes, listed] = await Promise.all([
    attemptToFind(async () => {
      const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn: arn }));
      return Attributes ?? {};
    }),
    attempt(async () => {
      const all: LiveSubscription[] = [];
      for await (const page of paginateListSubscriptionsByTopic({ client }, { TopicArn: arn })) {
        all.push(...(page.Subscriptions ?? []));
      }
      return all;
    }),
  ]);
  if (attributes === undefined) {
    // An action may name a topic that was deleted: nobody listens to it.
    evidence.add('topics', { ...place, arn, isFifo: false, encryptionKey: undefined });
    return undefined;
  }
  const read = !isUnreadable(attributes);
  evidence.add('topics', {
    ...place,
    arn,
    // The name says it: https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
    isFifo: arn.endsWith('.fifo'),
    encryptionKey: read ? attributes.KmsMasterKeyId || undefined : attributes,
    ...(isUnreadable(listed) && { unreadSubscriptions: listed }),
  });
  evidence.add('topicPolicies', {
    ...place,
    topicArns: [arn],
    document: read ? documentFrom(attributes.Policy ?? '{}') : attributes,
  });
  const subscriptions = isUnreadable(listed)
    ? []
    : await Promise.all(listed.map((one) => readSubscription(one, arn, client, place)));
  evidence.add('subscriptions', ...subscriptions);
  return {
    region,
    subscriptions,
    ...(read && attributes.KmsMasterKeyId && { encryptionKey: attributes.KmsMasterKeyId }),
  };
}

async function readSubscription(
  { SubscriptionArn = '', Protocol = '', Endpoint: address }: LiveSubscription,
  topicArn: string,
  client: SNSClient,
  place: { readonly region: string; readonly account: string },
): Promise<Subscription> {
  const endpoint = address === undefined ? undefined : maskedAddress(address);
  const isReal = SubscriptionArn.startsWith('arn:');
  const attributes = isReal
    ? await attempt(async () => {
        const { Attributes } = await client.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
        return Attributes ?? {};
      })
    : {};
  const read = !isUnreadable(attributes);
  const isPending = read && attributes.PendingConfirmation === 'true';
  return {
    ...place,
    origin: { path: isReal ? SubscriptionArn : `${topicArn} ${Protocol} ${endpoint ?? ''}`.trim() },
    topicArn,
    protocol: Protocol,
    endpoint,
    status:
      !isReal && SubscriptionArn === 'Deleted' ? 'deleted' : !isReal || isPending ? 'pending' : 'confirmed',
    filterPolicy: read ? filterPolicyOf(attributes.FilterPolicy) : attributes,
    filterPolicyScope: read ? (attributes.FilterPolicyScope ?? 'MessageAttributes') : attributes,
  };
}

function filterPolicyOf(text: string | undefined): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { unreadable: 'it is not JSON', placeholder: text };
  }
}
