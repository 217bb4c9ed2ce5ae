/**
 * The library's judgement of random accounts, against an oracle that decides from the control alone.
 *
 * The generator (`generator/`) changes a sound account in up to nine steps. The oracle (`oracle/`) decides on the
 * description of the account; where the description leaves something open, on each possibility. The templates
 * (`render/`) say the same account in many ways. Only `judged.ts` knows the code under test.
 *
 * DIFFERENTIAL_ACCOUNTS=20000 tries more accounts than the 500 of each run, DIFFERENTIAL_SEED=7 starts at another seed.
 */
import {
  againstTheControl,
  type Disagreement,
  demandNone,
  isLeftOpen,
  isOverCautious,
  shrunken,
  trialOf,
} from './disagreement';
import { accountOf } from './generator/generator';

const ACCOUNTS = Number(process.env.DIFFERENTIAL_ACCOUNTS ?? 500);
const FIRST_SEED = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const seeds = Array.from({ length: ACCOUNTS }, (_, index) => FIRST_SEED + index);

describe(`${ACCOUNTS} random accounts from seed ${FIRST_SEED} on`, () => {
  let found: Disagreement[] = [];

  beforeAll(
    () => {
      found = seeds.flatMap((seed) => againstTheControl(trialOf(seed)) ?? []);
    },
    60_000 + 20 * ACCOUNTS,
  );

  test('no verdict is wrong', () => {
    const wrong = found.filter((disagreement) => !isOverCautious(disagreement));
    demandNone(wrong, againstTheControl);
  }, 60_000);

  test('no verdict is UNKNOWN where every possibility gives the same one', () => {
    // Conditions are not worked out (docs/checks/README.md, "Known gaps"), and a parameter may have any value.
    const overCautious = found
      .filter(isOverCautious)
      .map((disagreement) => shrunken(disagreement, againstTheControl))
      .filter((disagreement) => !isLeftOpen(disagreement));
    demandNone(overCautious, againstTheControl);
  }, 60_000);
});

test('the accounts are of every verdict', () => {
  const outcomes = seeds.map((seed) => accountOf(trialOf(seed).strides)?.outcome ?? 'undecided');
  const share = (outcome: string) => outcomes.filter((other) => other === outcome).length / outcomes.length;
  expect(share('PASS')).toBeGreaterThan(0.15);
  expect(share('FAIL')).toBeGreaterThan(0.3);
  expect(share('UNKNOWN')).toBeGreaterThan(0.05);
  expect(share('undecided')).toBeLessThan(0.2);
});
