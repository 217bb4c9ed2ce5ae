import type { App } from 'aws-cdk-lib';
import { SoundAccount } from './sound-account';

/** One app and what has to be said of its account. */
export interface Case {
  readonly id: string;
  /** What is different from the sound account, or what the account is made of. */
  readonly what: string;
  readonly build: (app: App) => void;
  readonly expected: Expected;
}

/** `FAIL at 3 trail-management-events`: the outcome, the link and the check. Written out, so that no list of src is asked. */
export type Expected = 'PASS' | `${'FAIL' | 'UNKNOWN'} at ${number} ${string}`;

/** A case that changes one place of the sound account. */
export function changed(
  id: string,
  what: string,
  expected: Expected,
  change: (account: SoundAccount) => void,
): Case {
  return { id, what, expected, build: (app) => change(new SoundAccount(app)) };
}
