import { step } from './step';

interface CleanUp {
  readonly title: string;
  /** Whether it is skipped after an interruption, because another one ends all at once. */
  readonly coveredByAnother: boolean;
  readonly run: () => Promise<unknown>;
}

/** What has been made and has to go in the end, in reverse order. One that fails does not keep the others from running. */
export class CleanUps {
  private readonly pending: CleanUp[] = [];

  public add(title: string, coveredByAnother: boolean, run: () => Promise<unknown>): void {
    this.pending.push({ title, coveredByAnother, run });
  }

  public async run(interrupted: boolean): Promise<void> {
    if (interrupted) {
      process.stdout.write('\ninterrupted: cleaning up\n');
    }
    for (const cleanUp of this.pending.splice(0).reverse()) {
      if (!(interrupted && cleanUp.coveredByAnother)) {
        await step(cleanUp.title, cleanUp.run).catch((error: Error) => {
          process.stderr.write(`  left behind: ${error.message}\n`);
          process.exitCode = 1;
        });
      }
    }
  }
}
