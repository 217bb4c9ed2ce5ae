import { accountOf, type Stride, stridesOf } from './generator/generator';
import { judged } from './judged';
import { agrees } from './oracle/oracle';
import { Random } from './random';
import { render } from './render/render';
import { describeStyle, PLAIN, randomStyle, type Style } from './render/style';

/** One account, written in one way. */
export interface Trial {
  readonly seed: number;
  readonly strides: readonly Stride[];
  readonly style: Style;
}

export interface Disagreement {
  readonly trial: Trial;
  readonly expected: string;
  readonly actual: string;
}

/** Nothing where a trial comes out as it should. */
export type Comparison = (trial: Trial) => Disagreement | undefined;

export function trialOf(seed: number): Trial {
  return { seed, strides: stridesOf(seed), style: randomStyle(new Random(seed + 1)) };
}

/** The library against the control. Where the control leaves the account undecided, nothing is compared. */
export const againstTheControl: Comparison = (trial) => {
  const generated = accountOf(trial.strides);
  if (!generated) return undefined;
  const actual = judged(render(generated.account, trial.style));
  return agrees(generated.outcome, actual) ? undefined : { trial, expected: generated.outcome, actual };
};

/** One account is compared in many styles. */
const plainVerdicts = new WeakMap<readonly Stride[], string>();

/** The library on one way to write an account, against itself on the plain way. */
export const againstThePlainStyle: Comparison = (trial) => {
  const generated = accountOf(trial.strides);
  if (!generated) return undefined;
  const expected = plainVerdicts.get(trial.strides) ?? judged(render(generated.account, PLAIN));
  plainVerdicts.set(trial.strides, expected);
  const actual = judged(render(generated.account, trial.style));
  return actual === expected ? undefined : { trial, expected, actual };
};

/** UNKNOWN where all possibilities agree: too careful, but nobody is told something wrong. */
export function isOverCautious({ actual }: Disagreement): boolean {
  return actual === 'UNKNOWN';
}

/** Whether a condition or a parameter decides something in the templates: of its values the generator knows but a few. */
export function isLeftOpen({ trial: { strides, style } }: Disagreement): boolean {
  const generated = accountOf(strides);
  if (!generated) return false;
  return /"(Conditions|Parameters)"/.test(JSON.stringify(render(generated.account, style)));
}

/** The same disagreement with as few steps as it takes, written as plainly as it shows. */
export function shrunken(found: Disagreement, compare: Comparison): Disagreement {
  for (const trial of smaller(found.trial)) {
    const still = compare(trial);
    if (still?.expected === found.expected && still.actual === found.actual) return shrunken(still, compare);
  }
  return found;
}

function* smaller(trial: Trial): Generator<Trial> {
  const { strides, style } = trial;
  if (describeStyle(style) !== describeStyle(PLAIN)) yield { ...trial, style: PLAIN };
  for (const left of strides) yield { ...trial, strides: strides.filter((stride) => stride !== left) };
  for (const key of Object.keys(PLAIN) as (keyof Style)[]) {
    if (style[key] !== PLAIN[key]) yield { ...trial, style: { ...style, [key]: PLAIN[key] } };
  }
}

/** How many disagreements one report shows: each takes the time to shrink it. */
const SHOWN = 5;

/**
 * Ends a test that found disagreements with each of them once, shrunken: the seed, the account in a few lines, both
 * verdicts and the templates. As an error, since jest would escape the templates of a value.
 */
export function demandNone(found: readonly Disagreement[], compare: Comparison): void {
  if (!found.length) return;
  const distinct = new Map<string, Disagreement>();
  for (const disagreement of found.slice(0, 2 * SHOWN)) {
    const small = shrunken(disagreement, compare);
    const key = `${small.expected} ${small.actual} ${accountLines(small.trial).join()}`;
    if (distinct.size < SHOWN && !distinct.has(key)) distinct.set(key, small);
  }
  const head = `${found.length} disagreements, of which ${distinct.size} are shown:`;
  throw new Error([head, ...[...distinct.values()].map(describeDisagreement)].join('\n\n'));
}

function describeDisagreement({ trial, expected, actual }: Disagreement): string {
  const generated = accountOf(trial.strides);
  const { files = {} } = generated ? render(generated.account, trial.style) : {};
  return [
    `seed ${trial.seed}: expected ${expected}, the library says ${actual}`,
    ...accountLines(trial),
    `  written: ${describeStyle(trial.style)}`,
    ...Object.entries(files).map(([name, template]) => `  ${name}: ${JSON.stringify(template)}`),
  ].join('\n');
}

function accountLines({ strides }: Trial): string[] {
  const lines = accountOf(strides)?.description ?? [];
  return lines.length ? lines.map((line) => `  ${line}`) : ['  the sound account'];
}
