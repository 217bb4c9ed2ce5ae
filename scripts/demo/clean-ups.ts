import { abandonStep, step } from './step';

interface CleanUp {
  readonly title: string;
  readonly run: () => Promise<unknown>;
}

/** What has been made and has to go in the end, in reverse order. One that fails does not keep the others from running. */
export class CleanUps {
  private readonly pending: CleanUp[] = [];

  public add(title: string, run: () => Promise<unknown>): void {
    this.pending.push({ title, run });
  }

  public async run(interrupted: boolean): Promise<void> {
    if (interrupted) {
      abandonStep();
      process.stdout.write('\nCleaning up\n');
    }
    for (const cleanUp of this.pending.splice(0).reverse()) {
      await step(cleanUp.title, cleanUp.run).catch((error: Error) => {
        process.stderr.write(`  left behind: ${error.message}\n`);
        process.exitCode = 1;
      });
    }
  }
}
