import { GetPolicyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { PolicyDocument, Subscription } from '../../../../src/evidence/resource-model';
import { readPolicyDocument } from '../../../../src/evidence/resources/policy-document';
import { parseArn } from '../../../../src/field/arn';
import { type Field, isUnreadable } from '../../../../src/field/field';
import { attemptToFind } from '../attempt';
import type { Evidence } from '../evidence';
import type { Session, SessionsByAccount } from '../session';

/** A queue that has a key of its own. */
export interface ReadQueue {
  readonly session: Session;
  readonly region: string;
  readonly encryptionKey: string;
}

/** Whether SNS may deliver to a queue or a function is for their own policies to say. */
export async function readSubscriber(
  { protocol, endpoint }: Subscription,
  sessions: SessionsByAccount,
  evidence: Evidence,
): Promise<ReadQueue | undefined> {
  const arn = String(endpoint);
  const { account = '', region = '', service } = parseArn(arn) ?? {};
  if (service !== protocol || (service !== 'sqs' && service !== 'lambda')) return undefined;
  const session = sessions.of(account);
  if (!session) return undefined;
  if (service === 'sqs') return readQueue(arn, region, session, evidence);
  await readFunction(arn, region, session, evidence);
  return undefined;
}

async function readQueue(
  arn: string,
  region: string,
  session: Session,
  evidence: Evidence,
): Promise<ReadQueue | undefined> {
  const client = session.client(SQSClient, region);
  const QueueName = arn.split(':').at(-1);
  const found = await attemptToFind(async () => {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
    const asked = {
      QueueUrl,
      AttributeNames: ['Policy', 'KmsMasterKeyId'] as ('Policy' | 'KmsMasterKeyId')[],
    };
    const { Attributes = {} } = await client.send(new GetQueueAttributesCommand(asked));
    return { url: QueueUrl ?? arn, ...Attributes };
  });
  const place = { origin: { path: arn }, region, account: session.account };
  const attributes = isUnreadable(found) ? undefined : found;
  const url = attributes?.url ?? arn;
  const encryptionKey = attributes?.KmsMasterKeyId || undefined;
  evidence.add('queues', { ...place, arn, url, encryptionKey: isUnreadable(found) ? found : encryptionKey });
  if (isUnreadable(found)) {
    evidence.add('queuePolicies', { ...place, queueUrls: [url], document: found });
  } else if (attributes?.Policy) {
    evidence.add('queuePolicies', {
      ...place,
      queueUrls: [url],
      document: readPolicyDocument(attributes.Policy),
    });
  }
  return encryptionKey === undefined ? undefined : { session, region, encryptionKey };
}

async function readFunction(
  arn: string,
  region: string,
  session: Session,
  evidence: Evidence,
): Promise<void> {
  const client = session.client(LambdaClient, region);
  const document = await attemptToFind(async () =>
    readPolicyDocument((await client.send(new GetPolicyCommand({ FunctionName: arn }))).Policy),
  );
  const place = { origin: { path: arn }, region, account: session.account };
  evidence.add('functions', { ...place, arn, name: arn.split(':')[6] ?? arn });
  for (const statement of statementsOf(document)) {
    evidence.add('functionPermissions', { ...place, functionName: arn, statement });
  }
}

/** A statement that could not be read may say anything. */
function statementsOf(document: Field<PolicyDocument | undefined>) {
  if (document === undefined) return [];
  const statements = isUnreadable(document) ? [document] : (document as PolicyDocument).statements;
  return statements.map((statement) =>
    isUnreadable(statement) ? { effect: statement, conditions: {} } : statement,
  );
}
