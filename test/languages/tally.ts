import { step } from '../../scripts/demo/step';
import type { Counts } from './reports';

/** Counts what passed and failed, in the words of jest's JSON report, which `.ci/summary.js` reads. */
export class Tally {
  public numPassedTests = 0;
  public numFailedTests = 0;
  public numPendingTests = 0;
  public readonly numTodoTests = 0;
  public readonly numRuntimeErrorTestSuites = 0;

  /** One check of our own: it passed when `work` does not throw. */
  public async check(title: string, work: () => Promise<unknown>): Promise<void> {
    await step(title, work);
    this.numPassedTests += 1;
  }

  /** What a test runner ran, as its own report counts it. */
  public async suite(title: string, work: () => Promise<unknown>, report: () => Counts): Promise<void> {
    process.stdout.write(`${title}\n`);
    const error = await work().catch((failure: Error) => failure);
    const { passed, failed, skipped } = report();
    this.numPassedTests += passed;
    this.numPendingTests += skipped;
    this.numFailedTests += failed;
    if (failed === 0 && (error instanceof Error || passed === 0)) {
      throw error ?? new Error('no test ran');
    }
  }
}
