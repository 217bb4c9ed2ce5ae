import { coverageOf, coversAll } from '../../../src/audit/event-coverage';
import { EVENT_NAMES } from '../../../src/control/network-acl-changes';
import type { Coverage, Verdict } from '../../../src/filter-pattern';
import { caret } from '../caret';
import { coloured } from '../colour';
import type { Command, Output } from '../command';
import { EXIT, type ExitStatus } from '../exit-status';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { wrap } from '../wrap';

export const COMMAND: Command = {
  name: 'explain',
  synopsis: "'PATTERN'...",
  help: `Says on which network ACL changes a filter pattern of CloudWatch Logs fires,
proven for all events. Several patterns are judged together, as the filters
of one metric are.

The verdict is EXACT (a text that auditors take), EQUIVALENT (the same events
in other words), BROADER (other events too), PARTIAL (not every change),
INVALID (no pattern) or UNPROVEN (not decided).

Exit status: 0 every change is counted, 1 not, or a pattern is not valid,
2 wrong usage, 3 not decided.

Examples:
  nacl-change-monitor explain '{ $.eventName = *NetworkAcl* }'
  nacl-change-monitor explain --format json '{ $.eventName = CreateNetworkAcl }'
  nacl-change-monitor explain '{ $.eventName = Create* }' '{ $.eventName = D* }'`,
  options: {},
  run: async ({ positionals, format }, output) => {
    const judged = coverageOf(positionals);
    await output.print(format === 'json' ? asJson(judged, positionals) : asText(judged, positionals, output));
    return statusOf(judged);
  },
};

export const explain = (args: readonly string[], terminal: Terminal) => runCommand(COMMAND, args, terminal);

function statusOf(judged: Coverage): ExitStatus {
  if (judged.error || judged.firesOnEverything) return EXIT.NOT_SOUND;
  if (coversAll(judged)) return EXIT.SOUND;
  return judged.verdict === 'UNPROVEN' ? EXIT.UNKNOWN : EXIT.NOT_SOUND;
}

const MEANING: Record<Verdict, string> = {
  EXACT: "it is the control's own text, and counts every network ACL change and nothing else",
  EQUIVALENT: "it counts every network ACL change and nothing else, in other words than the control's",
  BROADER: 'it counts every network ACL change, and other events too',
  PARTIAL: 'it does not count every network ACL change',
  INVALID: 'CloudWatch Logs refuses it',
  UNPROVEN: 'whether it counts exactly the network ACL changes could not be decided',
};

function asJson(judged: Coverage, patterns: readonly string[]): string {
  const events = Object.fromEntries(judged.events.map(({ name, fires }) => [name, fires]));
  const reasons = [...conditionsOf(judged), ...reasonsOf(judged, patterns)];
  return `${JSON.stringify({ verdict: judged.verdict, events, reasons }, undefined, 2)}\n`;
}

function asText(judged: Coverage, patterns: readonly string[], output: Output): string {
  const status = statusOf(judged);
  const meaning = status === EXIT.SOUND ? 'good' : status === EXIT.UNKNOWN ? 'open' : 'bad';
  const { verdict, error } = judged;
  const first = wrap(`${verdict}: ${MEANING[verdict]}.`, output.columns);
  const paragraphs = [
    first.replace(verdict, coloured(verdict, meaning, output)),
    ...(verdict === 'INVALID' ? [] : [tableOf(judged, output)]),
    ...reasonsOf(judged, patterns).map((reason) => wrap(`${sentence(reason)}.`, output.columns)),
    ...(error ? [caret(patterns[error.pattern], error.offset, output.columns)] : []),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

const NAME_WIDTH = Math.max(...EVENT_NAMES.map((name) => name.length));

function tableOf({ events }: Coverage, { columns }: Output): string {
  const rows = EVENT_NAMES.map((name) => {
    const { fires = 'not decided', condition } = events.find((event) => event.name === name) ?? {};
    const row = `  ${name.padEnd(NAME_WIDTH)}  ${fires}`;
    if (condition === undefined) return row;
    return wrap(`${row}, when ${condition}`, columns, '    ');
  });
  return rows.join('\n');
}

/** When events are counted that are so only sometimes. */
function conditionsOf({ events }: Coverage): string[] {
  return events.flatMap(({ name, condition }) =>
    condition === undefined ? [] : [`${name} only when ${condition}`],
  );
}

function reasonsOf(
  { verdict, others, firesOnEverything, reason, error }: Coverage,
  patterns: readonly string[],
): string[] {
  const which = error && patterns.length > 1 ? `pattern ${error.pattern + 1}` : 'the pattern';
  const rest = verdict === 'INVALID' ? '' : ', and the others are judged without it';
  return [
    ...(firesOnEverything
      ? ['it fires on every event of CloudTrail, so that an alarm on it never leaves ALARM']
      : others === undefined
        ? []
        : [`it also fires on ${others}`]),
    ...(reason === undefined ? [] : [`not everything could be decided: ${reason}`]),
    ...(error ? [`${which} is not valid, at ${error.offset}: ${error.reason}${rest}`] : []),
  ];
}

function sentence(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
