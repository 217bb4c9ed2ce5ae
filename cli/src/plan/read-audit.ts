import { readFile } from 'node:fs/promises';
import type { AccountData } from '../../../src/evidence/account-data';
import { parseArn } from '../../../src/field/arn';
import { UsageError } from '../usage-error';
import { EVIDENCE } from './evidence-shape';
import { isObject, listOf, objectOf, optional } from './shape';

/** An account of a file that `audit --format json` wrote. */
export interface AuditedData {
  readonly data: AccountData;
  /** What of other accounts belongs to it. */
  readonly others: readonly AccountData[];
  /** Where it was read: regions, the first of which is asked for what has none. */
  readonly region: string;
}

/** @throws UsageError for any other file, and where it is not clear which account is meant */
export async function readAudit(file: string, account: string | undefined): Promise<AuditedData> {
  const accounts = accountsIn(await textOf(file), file);
  const chosen = chosenOf(accounts, file, account);
  const recording = new Set((chosen.data.recordedBy ?? []).map((arn) => parseArn(arn)?.account));
  const owners = accounts.filter(({ data }) => recording.has(data.id));
  return {
    ...chosen,
    others: [...chosen.others, ...owners.flatMap(({ data, others }) => [data, ...others])],
  };
}

function chosenOf(accounts: readonly AuditedData[], file: string, account: string | undefined): AuditedData {
  const ids = accounts.map(({ data: { id } }) => id);
  if (account !== undefined) {
    const found = accounts.find(({ data }) => data.id === account);
    if (found) return found;
    throw new UsageError(`account ${account} is not in ${file}: take one of ${ids.join(', ')}`);
  }
  if (accounts.length > 1) {
    throw new UsageError(`${file} has several accounts: choose one with --account, of ${ids.join(', ')}`);
  }
  return accounts[0];
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(`${file} cannot be read (${code}): name a file that "audit --format json" wrote`);
  }
}

interface Kept {
  readonly evidence: AccountData;
  readonly otherEvidence?: readonly AccountData[];
}

const ACCOUNT = objectOf({ evidence: EVIDENCE, otherEvidence: optional(listOf(EVIDENCE)) });

function accountsIn(text: string, file: string): AuditedData[] {
  const wrong = (what: string) =>
    new UsageError(
      `${file} is not what "nacl-change-monitor audit --format json" writes: ${what}; write it again`,
    );
  const accounts = listIn(parsed(text), 'accounts').flatMap((account, i): AuditedData[] => {
    if (!isObject(account) || account.evidence === undefined) return [];
    const damage = ACCOUNT(account, `accounts[${i}]`);
    if (damage !== undefined) throw wrong(damage);
    const { evidence, otherEvidence = [] } = account as unknown as Kept;
    const [place] = listIn(account, 'places');
    return [
      {
        data: evidence,
        others: otherEvidence,
        region: typeof place === 'string' ? place : 'us-east-1',
      },
    ];
  });
  if (accounts.length > 0) return accounts;
  throw wrong('it has no account with what was read of it');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = isObject(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}
