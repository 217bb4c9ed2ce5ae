import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKS } from '../../../src/audit/checks';
import type { Origin } from '../../../src/field/origin';
import { accountText, besides, placeText } from '../../../src/report/text';
import { HOME, pageOf } from '../addresses';
import { type JudgedCheck, problemsOf } from '../links';
import type { JudgedAccount, Report } from '../report';

/**
 * What does not hold, a result each, for code scanning.
 *
 * What is not known is a warning, not a result of another `kind` than `fail`: those have no level, and code scanning shows by
 * level. Accounts that are covered are notifications of the run, because code scanning would show a suppressed result as open.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function sarif(report: Report): string {
  const { version, time, accounts } = report;
  const judged = accounts.filter(({ covered }) => covered === undefined);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'nacl-change-monitor',
            semanticVersion: version,
            informationUri: HOME,
            rules: RULES,
          },
        },
        automationDetails: { id: `nacl-change-monitor/${report.command}/` },
        invocations: [
          {
            executionSuccessful: true,
            endTimeUtc: time.toISOString(),
            toolExecutionNotifications: accounts.flatMap(notificationOf),
          },
        ],
        results: judged.flatMap((account) =>
          problemsOf(account).map((problem) => resultOf(problem, account)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const RULES = CHECKS.map((check) => ({
  id: check.id,
  name: check.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: `${check.title}.` },
  helpUri: pageOf(check),
  help: { text: `${check.title}. See ${pageOf(check)}` },
  properties: { tags: ['security'], link: check.link, question: check.question },
}));

function notificationOf({ covered, result }: JudgedAccount) {
  if (covered === undefined) return [];
  const text = `${accountText(result.account)} is covered, and not judged: ${covered}`;
  return [{ level: 'note', message: { text }, descriptor: { id: 'covered' } }];
}

function resultOf({ check, state, finding, remedy }: JudgedCheck, { result, places }: JudgedAccount) {
  const account = accountText(result.account).replace(/,$/, '');
  const text = [
    `${state === 'broken' ? 'Broken' : 'Not known'} in ${account}: ${finding?.reason}${placeText(finding?.subject)}.`,
    ...(check === result.broken?.check ? besides(result) : []),
    ...(remedy === undefined ? [] : [`Fix: ${remedy}.`]),
  ].join(' ');
  const { path, logicalId } = finding?.subject ?? {};
  return {
    ruleId: check.id,
    ruleIndex: CHECKS.indexOf(check),
    level: state === 'broken' ? 'error' : 'warning',
    message: { text },
    locations: [
      {
        physicalLocation: fileOf(finding?.subject, places, result.account),
        logicalLocations: [
          {
            fullyQualifiedName: path ?? logicalId ?? result.account,
            kind: path || logicalId ? 'resource' : 'namespace',
          },
        ],
      },
    ],
    // Of the account and the check alone: the same finding stays one alert, wherever it is found.
    partialFingerprints: {
      primaryLocationLineHash: createHash('sha256')
        .update(`${result.account}/${check.id}`)
        .digest('hex')
        .slice(0, 32),
    },
    properties: {
      account: result.account,
      link: check.link,
      outcome: state === 'broken' ? 'FAIL' : 'UNKNOWN',
    },
  };
}

/**
 * The line of the app where CDK recorded it, or the template.
 *
 * Code scanning takes no result without a file, and a live account has none: one that is not there stands for it, always of
 * the same name.
 */
function fileOf({ source = '', template }: Origin = {}, places: readonly string[], account: string) {
  const [, file, line] = /^(.+):(\d+)$/.exec(source) ?? [];
  // Whoever uploads it knows where the repository is, and takes that off.
  if (file !== undefined) {
    const uri = isAbsolute(file) ? pathToFileURL(file).href : uriOf(file);
    return { artifactLocation: { uri }, region: { startLine: Math.max(Number(line), 1) } };
  }
  const read = template ?? places.find((place) => /\.(json|ya?ml|template)$/i.test(place));
  const uri =
    read === undefined ? `aws-accounts/${/^\d{12}$/.test(account) ? account : 'not-known'}` : uriOf(read);
  return { artifactLocation: { uri }, region: { startLine: 1 } };
}

/** Relative to the repository, where it can be; never with a scheme of its own. */
function uriOf(file: string): string {
  return file.replaceAll('\\', '/').replace(/^\/+/, '').split('/').map(encodeURIComponent).join('/');
}
