import { cli } from '../../cli/src/cli';
import type { AwsCli } from '../../emulator/aws-cli';

/** Runs `nacl-change-monitor` in the account of the demo, and gives what it prints. */
export async function commandLine(aws: AwsCli, ...args: string[]): Promise<string> {
  if (aws.isEmulator) {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_ACCESS_KEY_ID: 'emulator',
      AWS_SECRET_ACCESS_KEY: 'emulator',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
  }
  const region = (await aws.configuredRegion()) ?? 'us-east-1';
  let printed = '';
  await cli([...args, '--region', region], {
    stdin: (async function* () {})(),
    stdout: async (text) => {
      printed += text;
    },
    stderr: (text) => {
      printed += text;
    },
    columns: process.stdout.columns,
    isColoured: false,
  });
  return printed;
}
