import type { Random } from '../random';

/** The ways to write one account as templates. None of them changes what is deployed in a way that matters. */
export interface Style {
  /** Decides where a style leaves a choice. */
  readonly seed: number;
  /** The order of the resources. */
  readonly shuffled: boolean;
  readonly layout: 'one stack' | 'two stacks' | 'nested stack made first' | 'nested stack made last';
  /** By intrinsic functions, by names and ARNs in words, or now so, now so. */
  readonly references: 'plain' | 'literal' | 'mixed';
  /** Policies as JSON text. */
  readonly policiesAsText: boolean;
  /** Equivalent patterns, other than the benchmark's text. */
  readonly otherSpellings: boolean;
  /** Numbers and booleans as strings, as CloudFormation takes them. */
  readonly scalarsAsText: boolean;
  /** Other resource types that say the same: inline subscriptions, policies apart from their role. */
  readonly otherResources: boolean;
  readonly unrelatedResources: boolean;
}

export const PLAIN: Style = {
  seed: 0,
  shuffled: false,
  layout: 'one stack',
  references: 'plain',
  policiesAsText: false,
  otherSpellings: false,
  scalarsAsText: false,
  otherResources: false,
  unrelatedResources: false,
};

/** The styles that differ from the plain one in a single way. */
export function singleStyles(seed: number): Style[] {
  const plain = { ...PLAIN, seed };
  return [
    { ...plain, shuffled: true },
    { ...plain, layout: 'two stacks' },
    { ...plain, layout: 'nested stack made first' },
    { ...plain, layout: 'nested stack made last' },
    { ...plain, references: 'literal' },
    { ...plain, references: 'mixed' },
    { ...plain, policiesAsText: true },
    { ...plain, otherSpellings: true },
    { ...plain, scalarsAsText: true },
    { ...plain, otherResources: true },
    { ...plain, unrelatedResources: true },
  ];
}

export function randomStyle(random: Random): Style {
  return {
    seed: random.below(1e9),
    shuffled: random.chance(0.5),
    layout: random.pick([
      'one stack',
      'one stack',
      'two stacks',
      'nested stack made first',
      'nested stack made last',
    ]),
    references: random.pick(['plain', 'literal', 'mixed']),
    policiesAsText: random.chance(0.3),
    otherSpellings: random.chance(0.5),
    scalarsAsText: random.chance(0.2),
    otherResources: random.chance(0.4),
    unrelatedResources: random.chance(0.3),
  };
}

/** What of a style differs from the plain one. */
export function describeStyle(style: Style): string {
  const keys = (Object.keys(PLAIN) as (keyof Style)[]).filter((key) => key !== 'seed');
  const different = keys.filter((key) => style[key] !== PLAIN[key]);
  return different.map((key) => (style[key] === true ? key : `${key} ${style[key]}`)).join(', ') || 'plain';
}
