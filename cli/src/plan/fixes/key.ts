import type { Key } from '../../../../src/evidence/resource-model';
import { parseArn } from '../../../../src/field/arn';
import { isUnreadable, readable } from '../../../../src/field/field';
import { command, option, withCommand } from '../command';
import { extended } from '../extended-policy';
import { isNew, replaced } from '../parts';
import type { Draft, Fix, Problem } from '../plan';
import { shellLine } from '../shell';
import { alarmsUseKey, cloudTrailUsesKey, logsUseKey, type Statement } from '../statements';

/** One that waits for its deletion is disabled when that is cancelled. */
export const enableKey: Fix = (problem) => {
  const { draft } = problem;
  const key = keyOf(problem);
  const arn = readable(key?.arn);
  if (!key || arn === undefined || key.isEnabled !== false || key.deletion === 'done') return undefined;
  const { deletion, ...kept } = key;
  const place = [...option('key-id', arn), '--region', key.region];
  const steps = [
    ...(deletion ? [['cancel-key-deletion', 'waits for its deletion', 'disabled']] : []),
    ['enable-key', 'disabled', 'enabled'],
  ];
  const commands = steps.reduce<Draft['commands']>(
    (all, [step, before, after]) =>
      withCommand(all, command(arn, ['kms', step, ...place], { what: 'key', before, after })),
    draft.commands,
  );
  return replaced({ ...draft, commands }, 'keys', key, { ...kept, isEnabled: true });
};

/** What is wrong with a key may be both. */
export const enableKeyWithPolicy: Fix = (problem) => {
  const draft = enableKey(problem);
  return draft && keyPolicy({ ...problem, draft });
};

/** Which key takes the place of one that does not exist is for a human to say: what it encrypts stays. */
export const anotherKey: Fix = (problem) => {
  const { draft, check, reason } = problem;
  const key = keyOf(problem);
  if (key?.deletion !== 'done') return undefined;
  const { trail, logGroup, topic: { topic } = {} } = problem.result.parts;
  const told = (service: string, part: { readonly region: string }, args: string[], last: string) => {
    const line = shellLine({ args: [...args, '--region', part.region] });
    const human = `${reason}: give it a key of ${key.region} that ${service} may use, with ${line} ${last} KEY_ARN`;
    return { ...draft, humans: [...draft.humans, human] };
  };
  const [trailArn, groupName, topicArn] = [trail?.arn, logGroup?.name, topic?.arn].map((name) =>
    name === undefined ? undefined : readable(name),
  );
  if (check.startsWith('trail') && trail && trailArn !== undefined) {
    const args = ['cloudtrail', 'update-trail', ...option('name', trailArn)];
    const next = told('CloudTrail', trail, args, '--kms-key-id');
    return replaced(next, 'trails', trail, { ...trail, encryptionKey: undefined });
  }
  if (check.startsWith('log-group') && logGroup && groupName !== undefined) {
    const args = ['logs', 'associate-kms-key', ...option('log-group-name', groupName)];
    const next = told('CloudWatch Logs', logGroup, args, '--kms-key-id');
    return replaced(next, 'logGroups', logGroup, { ...logGroup, encryptionKey: undefined });
  }
  if (!topic || topicArn === undefined) return undefined;
  const args = ['sns', 'set-topic-attributes', ...option('topic-arn', topicArn)];
  const next = told('CloudWatch', topic, args, '--attribute-name KmsMasterKeyId --attribute-value');
  return replaced(next, 'topics', topic, { ...topic, encryptionKey: undefined });
};

export const keyPolicy: Fix = (problem) => {
  const { draft } = problem;
  const key = keyOf(problem);
  const arn = readable(key?.arn);
  const policy = key?.policy;
  if (!key || arn === undefined || policy === undefined || isUnreadable(policy)) return undefined;
  const merged = extended(policy, statementsFor(problem));
  if (!merged) return undefined;
  const args = ['kms', 'put-key-policy', ...option('key-id', arn), '--policy-name', 'default'];
  const added = command(arn, [...args, ...option('policy', merged.text), '--region', key.region], {
    what: 'key policy',
    before: policy.text ?? '',
    after: merged.text,
  });
  const next = { ...draft, commands: withCommand(draft.commands, added) };
  return replaced(next, 'keys', key, { ...key, policy: merged });
};

function encrypted({ check, result: { parts } }: Problem) {
  if (check.startsWith('trail')) return parts.trail;
  return check.startsWith('log-group') ? parts.logGroup : parts.topic?.topic;
}

/** One that AWS made cannot be changed, and is there only once it has been used: another has to take its place. */
function keyOf(problem: Problem): Key | undefined {
  const part = encrypted(problem);
  const reference = readable(part?.encryptionKey);
  if (!part || isNew(part) || reference === undefined) return undefined;
  const { keys = [], keyAliases = [] } = problem.draft.data;
  const alias = /(^|:)(alias\/.*)$/.exec(reference)?.[2];
  if (alias?.startsWith('alias/aws/')) return undefined;
  const place = parseArn(reference)?.region || part.region;
  const isMeant = ({ name, region }: { readonly name: unknown; readonly region: string }) =>
    name === alias && region === place;
  const target = alias === undefined ? reference : keyAliases.find(isMeant)?.targetKey;
  return keys.find(
    ({ arn, keyId, region, isAwsManaged }) =>
      !isAwsManaged && (arn === target || keyId === target) && region === place,
  );
}

function statementsFor({ check, result: { parts, account } }: Problem): Statement[] {
  if (check.startsWith('trail')) {
    const arn = readable(parts.trail?.arn) ?? '';
    const { partition } = parseArn(arn) ?? {};
    return cloudTrailUsesKey(arn, `arn:${partition}:cloudtrail:*:${account}:trail/*`);
  }
  if (check.startsWith('log-group')) {
    const { region = '', arn } = parts.logGroup ?? {};
    return [logsUseKey(region, readable(arn) ?? '')];
  }
  return [alarmsUseKey(account)];
}
