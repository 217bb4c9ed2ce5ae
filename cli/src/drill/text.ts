import { coloured } from '../colour';
import type { Output } from '../command';
import { printable } from '../printable';
import { wrap } from '../wrap';
import type { DrillResult } from './result';
import type { SeenLink } from './watch';

const COLOURS = { RANG: 'good', SILENT: 'bad', UNKNOWN: 'open' } as const;

/** A link that has just been lit, on a line. */
export function litLine(
  { link, what, time = '', milliseconds = 0 }: SeenLink,
  { columns }: Pick<Output, 'columns'>,
): string {
  const after = `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);
  const head = `${time.slice(11, 19)}Z ${after}  ${link.padEnd(15)} `;
  return `${wrap(`${head}${what}`, columns, '  ')}\n`;
}

/** What came of it, under the links. */
export function resultText(result: DrillResult, output: Pick<Output, 'columns' | 'isColoured'>): string {
  const { verdict, reason, links, leftovers } = result;
  const [head, ...rest] = wrap(`${verdict}: account ${result.account}: ${reason}.`, output.columns).split(
    '\n',
  );
  const first = `${coloured(verdict, COLOURS[verdict], output)}${head.slice(verdict.length)}`;
  const paragraphs = [
    ...links.flatMap(({ link, isLit, unreadable }) =>
      isLit ? [] : [`Not seen: ${link}${unreadable ? `: ${unreadable}` : ''}.`],
    ),
    ...subscribersText(result),
    ...leftovers.map(({ what, why }) => `Left behind: ${what}: ${why}. Remove it with`),
  ];
  const commands = new Map(leftovers.map(({ what, command }) => [what, command]));
  const lines = paragraphs.flatMap((text) => {
    const what = /^Left behind: (.*?): /.exec(text)?.[1];
    const command = what && commands.get(what);
    return [wrap(text, output.columns), ...(command ? [`  ${printable(command)}`] : [])];
  });
  return `${[first, ...rest, ...lines].join('\n')}\n`;
}

/** That a topic has delivered is all that can be seen from here. */
function subscribersText({ verdict, subscribers }: DrillResult): string[] {
  if (verdict !== 'RANG') return [];
  return subscribers.map(({ protocol, endpoint, isConfirmed }) =>
    isConfirmed
      ? `The topic hands its notifications to ${protocol} ${endpoint}: that is no proof that a human read it. Ask.`
      : `${protocol} ${endpoint} has not confirmed its subscription and hears nothing.`,
  );
}
