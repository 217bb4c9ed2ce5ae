import type { Account } from '../account';
import { type Expected, expected } from '../oracle/oracle';
import { Random } from '../random';
import { alarmSteps } from './alarm-steps';
import { soundAccount } from './base';
import { filterSteps } from './filter-steps';
import { listenerSteps } from './listener-steps';
import type { Step } from './step';
import { topicSteps } from './topic-steps';
import { trailSteps } from './trail-steps';

const unknownEnvironment: Step = (account) => {
  account.knownEnvironment = false;
  return 'account and region are not known';
};

const SUBJECTS: readonly (readonly Step[])[] = [
  trailSteps,
  filterSteps,
  filterSteps,
  alarmSteps,
  alarmSteps,
  topicSteps,
  listenerSteps,
  [unknownEnvironment],
];

/** A step with the seed of its own choices, so that it does the same when others are left out. */
export interface Stride {
  readonly step: Step;
  readonly seed: number;
}

export interface Generated {
  readonly account: Account;
  readonly outcome: Expected;
  /** What was changed of the sound account, a line a step. */
  readonly description: readonly string[];
}

/** The steps of a seed: from none to nine. */
export function stridesOf(seed: number): Stride[] {
  const random = new Random(seed);
  const number = random.below(10);
  return Array.from({ length: number }, () => ({
    step: random.pick(random.pick(SUBJECTS)),
    seed: random.below(1e9),
  }));
}

/** The account that steps make of the sound one, or nothing where the control leaves it undecided. */
export function accountOf(strides: readonly Stride[]): Generated | undefined {
  const account = soundAccount();
  const description = strides.flatMap(({ step, seed }) => step(account, new Random(seed)) ?? []);
  const outcome = expected(account);
  return outcome && { account, outcome, description };
}
