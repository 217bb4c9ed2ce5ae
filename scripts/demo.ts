/**
 * Shows the whole chain at work: says which stack of examples/typescript is flagged, deploys the one with the monitor,
 * audits the eight links, changes a network ACL, prints the alarm and the notice that come of it, audits the account with
 * the command line, sets the chain off with a drill, and says what it comes to. On an emulated AWS, or with `--aws` in the account of the user's credentials.
 *
 * Exit status: 0 all links hold and the message came; 1 they do not; 2 it cannot run; 130 interrupted.
 */
import { CannotRun, emulatedAccount, userAccount } from './demo/account';
import { CleanUps } from './demo/clean-ups';
import { demonstrate, type Verdict } from './demo/demonstrate';
import { Interrupted, Interruption } from './demo/interruption';
import { useTemporaryFolder } from './demo/temporary-folder';

async function main(parameters: string[]): Promise<number> {
  const unknown = parameters.find((parameter) => parameter !== '--aws');
  if (unknown !== undefined) {
    throw new CannotRun(`${unknown} is not an option; there is one, --aws`);
  }
  useTemporaryFolder();
  const interruption = new Interruption();
  const cleanUps = new CleanUps();
  let verdict: Verdict;
  try {
    const demo = async () => {
      const account = parameters.includes('--aws') ? await userAccount() : await emulatedAccount(cleanUps);
      return demonstrate(account, cleanUps, interruption);
    };
    verdict = await interruption.orResultOf(demo());
  } finally {
    await cleanUps.run(interruption.happened);
  }
  process.stdout.write(`\n${verdict.text}\n`);
  return verdict.status;
}

// A closed terminal or pipe does not keep it from cleaning up.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

main(process.argv.slice(2)).then(
  (status) => process.exit(status || process.exitCode), // a clean-up that failed has set the latter
  (error: Error) => {
    if (error instanceof Interrupted) {
      process.exit(130);
    }
    const cannotRun = error instanceof CannotRun;
    process.stderr.write(
      cannotRun ? `The demo cannot run: ${error.message}.\n` : `\nThe demo failed: ${error.message}\n`,
    );
    process.exit(cannotRun ? 2 : 1);
  },
);
