import { CONTROL } from '../../../src/control/network-acl-changes';
import { besides, placeText } from '../../../src/report/text';
import { chainSvg, classOf } from '../chain-svg';
import { escapeMarkup as escaped } from '../escape-markup';
import { htmlPage } from '../html-page';
import { isProblem, type JudgedCheck, type JudgedLink, linksOf } from '../links';
import { type JudgedAccount, type Report, standingOf } from '../report';
import { accountName, verdictOf, verdictText } from '../verdict';

/** One file: a table of accounts, the worst first, each of which opens into its chain. */
export function html(report: Report): string {
  const { accounts, version, time, command } = report;
  const verdict = verdictOf(report);
  const title = `${verdict}: ${verdictText(report)}`;
  return htmlPage(
    title,
    `<main>
<h1><span class="${verdict}">${verdict}</span>: ${escaped(verdictText(report))}</h1>
<p class="soft">${CONTROL.benchmark}, Security Hub ${CONTROL.securityHub}</p>
<table class="accounts">
<thead><tr><th scope="col">Verdict</th><th scope="col">Account</th><th scope="col">What is said of it</th></tr></thead>
${accounts.map((account, i) => rows(account, `a${i}`, accounts.length === 1)).join('\n')}
</table>
</main>
<footer class="soft"><p>nacl-change-monitor ${escaped(version)} ${command}, <time datetime="${time.toISOString()}">${time.toISOString().replace('T', ' ').slice(0, 16)} UTC</time></p></footer>`,
  );
}

function rows(account: JudgedAccount, id: string, isOpen: boolean): string {
  const standing = standingOf(account);
  const name = accountName(account);
  const { places, covered } = account;
  const read = places.length > 0 ? ` <span class="soft">${escaped(places.join(', '))}</span>` : '';
  const head = `<tr><td class="${standing}">${standing}</td><th scope="row">${escaped(name)}${read}</th><td>${inShort(account)}</td></tr>`;
  if (covered !== undefined) return `<tbody>\n${head}\n</tbody>`;
  return `<tbody>
${head}
<tr><td class="opens" colspan="3"><details${isOpen ? ' open' : ''}><summary>Chain of account ${escaped(name)}</summary>
${chapter(account, id)}
</details></td></tr>
</tbody>`;
}

function inShort(account: JudgedAccount): string {
  if (account.covered !== undefined) return `Covered, and not judged: ${escaped(account.covered)}`;
  const problem = linksOf(account).find(isProblem);
  if (!problem) return 'All eight links hold';
  return `Link ${problem.number} of 8, ${problem.title.toLowerCase()}, is ${problem.state}`;
}

function chapter(account: JudgedAccount, id: string): string {
  const links = linksOf(account);
  const { result } = account;
  const notes = result.results.flatMap(({ finding: { outcome, reason, subject } }) =>
    outcome === 'PASS' && reason !== undefined ? [`To know: ${reason}${placeText(subject)}.`] : [],
  );
  return `<div class="chain">
${chainSvg(links, id)}
<ol>
${links.map(item).join('\n')}
</ol>
</div>
${[...notes, ...besides(result)].map((text) => `<p>${escaped(text)}</p>`).join('\n')}`;
}

function item({ title, state, part, checks }: JudgedLink): string {
  const named = part === undefined ? '' : ` <span class="soft">${escaped(part)}</span>`;
  return `<li>${title}: <span class="${classOf(state)}">${state}</span>${named}${checks.filter(isProblem).map(told).join('')}</li>`;
}

function told({ check, finding, remedy }: JudgedCheck): string {
  const fix = remedy === undefined ? '' : `<br><strong>Fix:</strong> <code>${escaped(remedy)}</code>`;
  const reason = escaped(`${finding?.reason}${placeText(finding?.subject)}.`);
  return `<div class="fix"><strong>${check.id}</strong>: ${reason}${fix}</div>`;
}
