import type { AwsCli } from '../../emulator/aws-cli';
import { DeployedStack } from '../../emulator/deploy';
import type { Emulator } from '../../emulator/emulator';
import { monitor, synthesize } from '../../emulator/synthesize';
import { type Parts, partsOf } from './breaks';

/** Deploys the monitor as it is by default into an account of the emulator. */
export async function monitoredAccount(
  emulator: Emulator,
  account: string,
): Promise<Parts & { readonly aws: AwsCli }> {
  const aws = emulator.aws.inAccount(account);
  const stack = new DeployedStack(aws, 'monitoring');
  await stack.create(synthesize((scope) => monitor(scope)));
  return { aws, ...partsOf(await stack.resources()) };
}
