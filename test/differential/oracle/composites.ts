import type { Account, Rule } from '../account';
import type { Known } from '../open';
import { staysInAlarm } from './metric';

/** Whether a composite alarm goes off with an alarm below it, whatever the state of the others. */
export function goesOffWith(account: Known<Account>, rule: Rule, ringing: readonly string[]): boolean {
  const others = idsIn(rule).filter((id) => !ringing.includes(id));
  const inAlarm = (states: number) => (id: string) =>
    ringing.includes(id) || ((states >> others.indexOf(id)) & 1) === 1;
  const always = Array.from({ length: 2 ** others.length }, (_, states) => states).every((states) =>
    holds(rule, inAlarm(states)),
  );
  return always && !isInAlarmWhenQuiet(account, rule);
}

function isInAlarmWhenQuiet(account: Known<Account>, rule: Rule): boolean {
  return holds(rule, (id) => {
    const alarm = account.alarms.find((candidate) => candidate.id === id);
    if (alarm) return staysInAlarm(account, alarm);
    const composite = account.composites.find((candidate) => candidate.id === id);
    return composite !== undefined && isInAlarmWhenQuiet(account, composite.rule as Rule);
  });
}

function holds(rule: Rule, inAlarm: (id: string) => boolean): boolean {
  if ('alarm' in rule) return inAlarm(rule.alarm);
  if ('not' in rule) return !holds(rule.not, inAlarm);
  if ('all' in rule) return rule.all.every((part) => holds(part, inAlarm));
  return rule.any.some((part) => holds(part, inAlarm));
}

export function idsIn(rule: Rule): string[] {
  if ('alarm' in rule) return [rule.alarm];
  if ('not' in rule) return idsIn(rule.not);
  return [...new Set(('all' in rule ? rule.all : rule.any).flatMap(idsIn))];
}
