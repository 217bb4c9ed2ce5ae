import type { AwsCli } from '../../emulator/aws-cli';
import { DeployedStack } from '../../emulator/deploy';

/** Does what a plan in JSON says, as its reader would: first the stack, then each command. */
export async function applyPlan(aws: AwsCli, { stack, commands }: any): Promise<void> {
  if (stack)
    await new DeployedStack(aws.inRegion(stack.region), 'nacl-change-monitor').create(stack.template);
  for (const { args } of commands) await aws.run(...args.slice(1));
}

/** What a plan says that it changes, of what stands. */
export function targetsOf({ commands }: any): string[] {
  return commands.map(({ target }: any) => target);
}
