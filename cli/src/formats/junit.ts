import { accountText, besides, placeText } from '../../../src/report/text';
import { escapeMarkup } from '../escape-markup';
import { type JudgedCheck, linksOf } from '../links';
import type { JudgedAccount, Report } from '../report';

/**
 * A test suite an account, a test case a check. What is not known is an error, and what was not asked is skipped: neither has passed.
 *
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export function junit({ command, time, accounts }: Report): string {
  const suites = accounts.map((account) => suiteOf(account, time));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="nacl-change-monitor ${command}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(judged: JudgedAccount, time: Date): string {
  const { result, covered, name } = judged;
  const cases =
    covered === undefined
      ? linksOf(judged).flatMap(({ number, checks }) => checks.map((check) => caseOf(check, number, judged)))
      : [testCase('covered', `Covered, and not judged: ${covered}`, skipped(covered))];
  const count = (tag: string) => cases.filter((text) => text.includes(`<${tag}`)).length;
  const title = accountText(result.account).replace(/,$/, '') + (name === undefined ? '' : ` (${name})`);
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return [
    `  <testsuite name="${escapeMarkup(title)}" ${counts} time="0" timestamp="${time.toISOString().slice(0, 19)}">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function caseOf(
  { check, state, finding, remedy }: JudgedCheck,
  link: number,
  { result }: JudgedAccount,
): string {
  const name = `link ${link}: ${check.title}`;
  const reason = `${finding?.reason}${placeText(finding?.subject)}`;
  const more = check === result.broken?.check ? besides(result) : [];
  const detail = [...more, ...(remedy === undefined ? [] : [`Fix: ${remedy}.`])].join(' ');
  switch (state) {
    case 'holds':
      return testCase(check.id, name, '');
    case 'broken':
      return testCase(check.id, name, element('failure', reason, detail));
    case 'unknown':
      return testCase(check.id, name, element('error', reason, detail));
    case 'not reached':
      return testCase(check.id, name, skipped('not reached'));
  }
}

function testCase(id: string, name: string, content: string): string {
  const start = `    <testcase classname="${id}" name="${escapeMarkup(name)}" time="0"`;
  return content === '' ? `${start}/>` : `${start}>\n      ${content}\n    </testcase>`;
}

/** Its reason is its text: older readers know no attribute of it. */
function skipped(reason: string): string {
  return `<skipped>${escapeMarkup(reason)}</skipped>`;
}

function element(tag: 'failure' | 'error', message: string, detail: string): string {
  const type = tag === 'failure' ? 'FAIL' : 'UNKNOWN';
  return `<${tag} type="${type}" message="${escapeMarkup(message)}">${escapeMarkup(detail)}</${tag}>`;
}
