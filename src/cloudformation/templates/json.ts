import { TemplateError } from './template-error';

export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Node quotes the surroundings and may leave the place out.
    const reason = (error as Error).message.replace(/, (\.\.\.)?".*$| (in JSON )?at position.*$/s, '');
    throw new TemplateError(file, `not JSON: ${reason}`, firstBrokenLine(text));
  }
}

/** Not every version of Node says where JSON went wrong: the first line that no further text could save. */
function firstBrokenLine(text: string): number {
  const lines = text.split('\n');
  let [whole, broken] = [0, lines.length];
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2);
    if (isBroken(lines.slice(0, middle).join('\n'))) broken = middle;
    else whole = middle;
  }
  return broken;
}

function isBroken(start: string): boolean {
  try {
    JSON.parse(start);
    return false;
  } catch (error) {
    const { message } = error as Error;
    if (message.includes('Unterminated string')) return true; // a text ends on its line
    const position = / at position (\d+)/.exec(message)?.[1];
    return !message.includes('end of JSON') && Number(position) !== start.length;
  }
}
