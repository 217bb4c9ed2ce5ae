import { readFile } from 'node:fs/promises';
import type { AccountData } from '../../../src/evidence/account-data';
import { REFERENCE_NAMES } from '../../../src/evidence/reference-names';
import { UsageError } from '../usage-error';

/** An account of a file that `audit --format json` wrote. */
export interface AuditedData {
  readonly data: AccountData;
  /** Where it was read: regions, the first of which is asked for what has none. */
  readonly region: string;
}

/** @throws UsageError for any other file, and where it is not clear which account is meant */
export async function readAudit(file: string, account: string | undefined): Promise<AuditedData> {
  const accounts = accountsIn(await textOf(file), file);
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

function accountsIn(text: string, file: string): AuditedData[] {
  const accounts = listIn(parsed(text), 'accounts').flatMap((account): AuditedData[] => {
    const evidence = isObject(account) ? account.evidence : undefined;
    if (!isEvidence(evidence)) return [];
    const [place] = listIn(account, 'places');
    return [{ data: evidence, region: typeof place === 'string' ? place : 'us-east-1' }];
  });
  if (accounts.length > 0) return accounts;
  throw new UsageError(
    `${file} is not what "nacl-change-monitor audit --format json" writes: it has no account with what was read of it`,
  );
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists of resources, each with its place; what is inside of them is as it was read. */
function isEvidence(value: unknown): value is AccountData {
  if (!isObject(value) || !/^\d{12}$/.test(String(value.id))) return false;
  const isResource = (each: unknown) =>
    isObject(each) &&
    isObject(each.origin) &&
    typeof each.region === 'string' &&
    typeof each.account === 'string';
  return Object.keys(REFERENCE_NAMES).every((kind) => {
    const resources = value[kind];
    return resources === undefined || (Array.isArray(resources) && resources.every(isResource));
  });
}
