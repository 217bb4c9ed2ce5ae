import { isProblem, type JudgedLink, type State } from './links';

/** Wide enough for the longest line in the widest usual font. */
const WIDTH = 320;
const STEP = 44;
const [X, RADIUS] = [24, 14];

/** The chain as a picture for HTML: fixed words alone, and said once for those who do not see it. */
export function chainSvg(links: readonly JudgedLink[], id: string): string {
  const height = links.length * STEP;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title">`,
    `<title id="${id}-title">${spoken(links)}</title>`,
    ...links.slice(1).map(({ state }, i) => connection(i, state)),
    ...links.map(node),
    '</svg>',
  ].join('\n');
}

function spoken(links: readonly JudgedLink[]): string {
  const problem = links.find(isProblem);
  if (!problem) return 'The chain: all eight links hold';
  const { number, title, state } = problem;
  return `The chain: link ${number} of 8, ${title.toLowerCase()}, is ${state}`;
}

/** What leads to a link that does not hold is torn. */
function connection(above: number, state: State): string {
  const [from, to] = [above * STEP + STEP / 2 + RADIUS, (above + 1) * STEP + STEP / 2 - RADIUS];
  const dashed = state === 'holds' ? '' : ' dashed';
  return `<line x1="${X}" x2="${X}" y1="${from}" y2="${to}" class="s-${classOf(state)}${dashed}"/>`;
}

/** Drawn around 0,0: a tick, a cross, a question mark's place, nothing. */
const SIGNS: Readonly<Record<State, string>> = {
  holds: 'M-6 0l4 5l8 -9',
  broken: 'M-5 -5l10 10M5 -5l-10 10',
  unknown: 'M-4 -3a4 4 0 1 1 5 4l-1 2M0 7v.1',
  'not reached': '',
};

function node({ number, title, state }: JudgedLink, i: number): string {
  const y = i * STEP + STEP / 2;
  const dashed = state === 'not reached' ? ' dashed' : '';
  return [
    `<circle cx="${X}" cy="${y}" r="${RADIUS}" class="s-${classOf(state)}${dashed}"/>`,
    `<path d="${SIGNS[state]}" transform="translate(${X} ${y})" class="s-${classOf(state)}"/>`,
    `<text x="${X + RADIUS + 10}" y="${y + 5}">${number} ${title}: ${state}</text>`,
  ].join('');
}

export function classOf(state: State): string {
  return state.replace(' ', '-');
}
