import type { Statement } from '../account';
import { OpenValue, PARTITION, Reference, STACK_ACCOUNT, STACK_REGION, Text, text } from './tokens';

const ANOTHER_ACCOUNT = '999988887777';

/** The document of a topic's, a queue's or a key's policy. */
export function policyDocument(
  statements: readonly Statement[],
  resource: unknown,
  first: readonly unknown[] = [],
): object {
  return {
    Version: '2012-10-17',
    Statement: [...first, ...statements.map((statement) => drawStatement(statement, resource))],
  };
}

function drawStatement({ effect, principal, actions, when }: Statement, resource: unknown): object {
  const condition = conditionOf(when);
  return {
    Effect: effect,
    Principal: principal === 'everyone' ? '*' : { Service: serviceName(principal) },
    Action: actions.length === 1 ? actions[0] : actions,
    Resource: resource,
    ...(condition && { Condition: condition }),
  };
}

/** CloudWatch Logs wants its principal with the region. */
function serviceName(service: string): unknown {
  return service === 'logs' ? text`logs.${STACK_REGION}.amazonaws.com` : `${service}.amazonaws.com`;
}

function conditionOf(when: Statement['when']): object | undefined {
  switch (when) {
    case 'always':
      return undefined;
    case 'from this account':
      return { StringEquals: { 'aws:SourceAccount': STACK_ACCOUNT } };
    case 'from another account':
      return { StringEquals: { 'aws:SourceAccount': ANOTHER_ACCOUNT } };
    case 'from alarms of this account':
      return { ArnLike: { 'aws:SourceArn': alarmsOf(STACK_ACCOUNT) } };
    case 'from alarms of another account':
      return { ArnLike: { 'aws:SourceArn': alarmsOf(ANOTHER_ACCOUNT) } };
    case 'without TLS':
      return { Bool: { 'aws:SecureTransport': 'false' } };
  }
}

function alarmsOf(account: unknown): Text {
  return text`arn:${PARTITION}:cloudwatch:${STACK_REGION}:${account}:alarm:*`;
}

/** The key's own account administers it, which gives nothing to a service. */
export const KEY_ADMINISTRATION = {
  Effect: 'Allow',
  Principal: { AWS: text`arn:${PARTITION}:iam::${STACK_ACCOUNT}:root` },
  Action: 'kms:*',
  Resource: '*',
};

/** A document as JSON text around its tokens. */
export function asText(document: unknown): Text {
  const tokens: unknown[] = [];
  const json = JSON.stringify(replaced(document, tokens));
  const parts = json.split('@@').map((part, index) => (index % 2 ? tokens[Number(part)] : part));
  return new Text(parts);
}

function replaced(value: unknown, tokens: unknown[]): unknown {
  const isToken = value instanceof Reference || value instanceof OpenValue;
  const isPseudo = typeof value === 'object' && value !== null && 'Ref' in value;
  if (isToken || isPseudo) return `@@${tokens.push(value) - 1}@@`;
  if (value instanceof Text) return value.parts.map((part) => replaced(part, tokens)).join('');
  if (Array.isArray(value)) return value.map((part) => replaced(part, tokens));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, tokens)]));
}
