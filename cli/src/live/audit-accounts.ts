import { type AccountResult, audit } from '../../../src/audit/audit';
import type { Parts } from '../../../src/audit/chain';
import { type AccountData, accountsOf } from '../../../src/evidence/account-data';
import { parseArn } from '../../../src/field/arn';
import { remedyOf, withRemedies } from '../plan/remedy';
import { type JudgedAccount, shownResult } from '../report';
import { each } from './each';
import { readEventRules } from './read/event-rules';
import { readAccount } from './read-account';
import type { Sessions, Target } from './sessions';

export interface AuditAccountsOptions {
  readonly concurrency: number;
  /** Whether what was read is kept: for `plan`, and for whoever wants to see it. */
  readonly keepEvidence: boolean;
  /** Accounts that need no chain of their own, and are not read. */
  readonly isLeftOut?: (account: string) => boolean;
  readonly onAccount: (done: number) => void;
}

export interface AuditedAccount extends JudgedAccount {
  /** Whether anything could be read of it. */
  readonly isRead: boolean;
  /** What the best chain is made of, where what was read is kept. */
  readonly parts?: Partial<Parts>;
}

/** Reads and judges accounts. An account that its organization's trail records waits for the one that owns the trail. */
export async function auditAccounts(
  targets: readonly Target[],
  sessions: Sessions,
  { concurrency, keepEvidence, isLeftOut, onAccount }: AuditAccountsOptions,
): Promise<AuditedAccount[]> {
  const known = new Map(targets.map((target) => [target.account, target]));
  const owners = new Map<string, Promise<Read>>();
  const read = (account: string): Promise<Read> => {
    const reading = owners.get(account) ?? readAll(account, sessions);
    owners.set(account, reading);
    return reading;
  };
  let done = 0;
  return each(targets, concurrency, async ({ account, name }) => {
    if (isLeftOut?.(account)) {
      onAccount(++done);
      const result = shownResult(judge({ id: account }, []));
      return { result, ...(name && { name }), places: [], isRead: true };
    }
    const { data, others } = await read(account);
    if (!data.trails?.some(({ isOrganizationTrail }) => isOrganizationTrail !== false))
      owners.delete(account);
    const recording = new Set((data.recordedBy ?? []).flatMap((arn) => parseArn(arn)?.account ?? []));
    const owning = await Promise.all([...recording].filter((id) => known.has(id)).map(read));
    const elsewhere = [...others, ...owning.flatMap((owner) => [owner.data, ...owner.others])];
    const { region } = sessions.caller;
    const result = withRemedies(judge(data, elsewhere), data, { region, elsewhere });
    const remedy = remedyOf(result);
    onAccount(++done);
    const regions = new Set((data.trails ?? []).map(({ region }) => region));
    return {
      result: shownResult(result),
      ...(remedy !== undefined && { remedy }),
      ...(name && { name }),
      places: regions.size > 0 ? [...regions] : [sessions.caller.region],
      ...(keepEvidence && {
        evidence: data,
        ...(others.length > 0 && { otherEvidence: others }),
        parts: result.parts,
      }),
      isRead: isRead(data),
    };
  });
}

export interface Read {
  readonly data: AccountData;
  /** What of other accounts belongs to it. */
  readonly others: readonly AccountData[];
}

/** An account and what of others belongs to it, with a topic that nothing of it needs to name. */
export async function readAccountWith(
  account: string,
  sessions: Sessions,
  topicArn: string | undefined,
): Promise<Read> {
  const [data, ...others] = await sessions.during(account, (session) =>
    readAccount(session, sessions, topicArn),
  );
  return { data, others };
}

/** Event rules are asked for where the chain is not sound: they are nobody's business otherwise. */
async function readAll(account: string, sessions: Sessions): Promise<Read> {
  return sessions.during(account, async (session) => {
    const [data, ...others] = await readAccount(session, sessions);
    if (!isRead(data) || judge(data, others).outcome === 'PASS') return { data, others };
    const regions = new Set([session.region, ...(data.trails ?? []).map(({ region }) => region)]);
    const rules = await Promise.all([...regions].map((region) => readEventRules(region, session)));
    return { data: { ...data, eventRules: rules.flat() }, others };
  });
}

/** Whether anything could be read of an account: it begins with its trails. */
export function isRead({ trails, unreadParts }: AccountData): boolean {
  return trails !== undefined || unreadParts === undefined;
}

function judge(data: AccountData, others: readonly AccountData[]): AccountResult {
  const [account, ...elsewhere] = accountsOf([data, ...others]);
  const [result] = audit([account], { elsewhere });
  return result;
}
