/**
 * One account, written in many ways: none of them changes the verdict, whatever it is.
 *
 * METAMORPHIC_ACCOUNTS=5000 tries more accounts than the 40 of each run, DIFFERENTIAL_SEED=7 starts at another seed.
 */
import { againstThePlainStyle, demandNone } from './disagreement';
import { stridesOf } from './generator/generator';
import { PLAIN, type Style } from './render/style';

const ACCOUNTS = Number(process.env.METAMORPHIC_ACCOUNTS ?? 40);
const FIRST_SEED = Number(process.env.DIFFERENTIAL_SEED ?? 1);

const accounts = Array.from({ length: ACCOUNTS }, (_, index) => ({
  seed: FIRST_SEED + index,
  strides: stridesOf(FIRST_SEED + index),
}));

const ways: [string, Partial<Style>][] = [
  ['the order of the resources', { shuffled: true }],
  ['two stacks with exports and imports', { layout: 'two stacks' }],
  ['a nested stack whose outputs are used', { layout: 'nested stack made first' }],
  ['a nested stack that takes parameters', { layout: 'nested stack made last' }],
  ['names and ARNs in words', { references: 'literal' }],
  ['Ref, GetAtt, Sub, Join and words mixed', { references: 'mixed' }],
  ['words between two stacks', { references: 'mixed', layout: 'two stacks' }],
  ['policies as JSON text', { policiesAsText: true }],
  ['policies as JSON text with Sub', { policiesAsText: true, references: 'mixed' }],
  ['equivalent patterns', { otherSpellings: true }],
  ['numbers and booleans as strings', { scalarsAsText: true }],
  ['inline subscriptions, and policies apart from their role', { otherResources: true }],
  ['unrelated resources', { unrelatedResources: true }],
];

test.each(ways)(
  '%s: no verdict changes',
  (_, way) => {
    const found = accounts.flatMap(({ seed, strides }) => {
      const style: Style = { ...PLAIN, seed, ...way };
      return againstThePlainStyle({ seed, strides, style }) ?? [];
    });
    demandNone(found, againstThePlainStyle);
  },
  60_000 + 20 * ACCOUNTS,
);
