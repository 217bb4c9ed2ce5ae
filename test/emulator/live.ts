import type { Emulator } from '../../emulator/emulator';
import { type Run, type RunOptions, run } from '../cli/terminal';

/** The credentials of an account of the emulator, and nothing of the user's configuration. */
export function liveEnvironment(account: string, endpoint: string | undefined, region = 'us-east-1') {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: 'emulator',
    AWS_REGION: region,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Runs the command line against an account of the emulator, with nothing of the user's configuration. */
export async function runLive(
  emulator: Emulator,
  account: string,
  args: readonly string[],
  region = 'us-east-1',
  options: RunOptions = {},
  endpoint = emulator.aws.endpoint,
): Promise<Run> {
  const before = { ...process.env };
  Object.assign(process.env, liveEnvironment(account, endpoint, region));
  try {
    return await run(args, options);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
