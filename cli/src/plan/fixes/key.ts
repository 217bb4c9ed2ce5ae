import type { Key } from '../../../../src/evidence/resource-model';
import { parseArn } from '../../../../src/field/arn';
import { isUnreadable, readable } from '../../../../src/field/field';
import { command, option, withCommand } from '../command';
import { extended } from '../extended-policy';
import { isNew, replaced } from '../parts';
import type { Fix, Problem } from '../plan';
import { alarmsUseKey, cloudTrailUsesKey, logsUseKey, type Statement } from '../statements';

/** A key without a policy is not there any more. */
export const enableKey: Fix = ({ draft, ...problem }) => {
  const key = keyOf({ draft, ...problem });
  const arn = readable(key?.arn);
  if (!key || arn === undefined || key.isEnabled !== false || key.policy === undefined) return undefined;
  const added = command(arn, ['kms', 'enable-key', ...option('key-id', arn), '--region', key.region], {
    what: 'key',
    before: 'disabled',
    after: 'enabled',
  });
  const human = `if key ${arn} waits for its deletion, cancel that first: aws kms cancel-key-deletion --key-id ${arn} --region ${key.region}`;
  return replaced(
    { ...draft, commands: withCommand(draft.commands, added), humans: [...draft.humans, human] },
    'keys',
    key,
    { ...key, isEnabled: true },
  );
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

function keyOf(problem: Problem): Key | undefined {
  const part = encrypted(problem);
  const reference = readable(part?.encryptionKey);
  if (!part || isNew(part) || reference === undefined) return undefined;
  const { keys = [], keyAliases = [] } = problem.draft.data;
  const alias = /(^|:)(alias\/.*)$/.exec(reference)?.[2];
  const place = parseArn(reference)?.region || part.region;
  const isMeant = ({ name, region }: { readonly name: unknown; readonly region: string }) =>
    name === alias && region === place;
  const target = alias === undefined ? reference : keyAliases.find(isMeant)?.targetKey;
  return keys.find(({ arn, keyId, region }) => (arn === target || keyId === target) && region === place);
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
