import { CONTROL } from '../../../src/control/network-acl-changes';
import { linksOf, problemsOf } from '../links';
import { type JudgedAccount, type Report, standingOf } from '../report';
import { verdictOf } from '../verdict';

/** All that is known, for programs; of a live account also what was read, from which `plan` goes on. */
export function json(report: Report): string {
  const { command, version, time, accounts } = report;
  const all = {
    outcome: verdictOf(report),
    control: CONTROL,
    command,
    version,
    time: time.toISOString(),
    accounts: accounts.map(accountIn),
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

function accountIn(judged: JudgedAccount) {
  const { result, covered, name, places, evidence, otherEvidence } = judged;
  const head = { account: result.account, name, outcome: standingOf(judged), places };
  if (covered !== undefined) return { ...head, covered, evidence, otherEvidence };
  const { broken, unreadParts, compensatingRules } = result;
  return {
    ...head,
    ...(broken && {
      check: broken.check.id,
      link: broken.check.link,
      reason: broken.finding.reason,
      remedy: problemsOf(judged)[0]?.remedy,
      subject: broken.finding.subject,
    }),
    links: linksOf(judged).map(({ checks, ...link }) => ({
      ...link,
      checks: checks.map(({ check: { id }, state, finding, remedy }) => ({
        id,
        state,
        reason: finding?.reason,
        remedy,
        subject: finding?.reason === undefined ? undefined : finding.subject,
      })),
    })),
    notes: result.results.flatMap(({ finding: { outcome, reason } }) =>
      outcome === 'PASS' && reason !== undefined ? [reason] : [],
    ),
    unreadParts,
    compensatingRules: compensatingRules.map(({ origin }) => origin),
    evidence,
    otherEvidence,
  };
}
