import type { Given, Options } from '../command';
import { printable } from '../printable';
import type { Terminal } from '../terminal';
import type { Limits } from './calls';
import { Progress } from './progress';
import { Sessions } from './sessions';

/** The options of every command that asks AWS. */
export const LIVE_OPTIONS: Options = {
  profile: { type: 'string' },
  region: { type: 'string' },
  verbose: { type: 'boolean' },
};

export const LIVE_HELP = `Options:
  --profile NAME      the profile of the AWS configuration; otherwise the
                      credentials are those that the AWS CLI would take
  --region REGION     where to ask first; trails are read in their own regions
  --verbose           print each call with its time`;

/** Signs in with what was given. */
export async function openSessions(
  given: Given,
  terminal: Terminal,
  limits: Limits,
): Promise<{ readonly sessions: Sessions; readonly progress: Progress }> {
  // Otherwise the SDK prints a warning of its own: https://github.com/aws/aws-sdk-js-v3/issues/7792
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const progress = new Progress(given.flag('quiet') ? { ...terminal, status: undefined } : terminal);
  const sessions = await Sessions.open({
    limits,
    region: given.text('region'),
    profile: given.text('profile'),
    onCall: (call) => {
      progress.call();
      if (!given.flag('verbose')) return;
      const { action, region, milliseconds, error } = call;
      terminal.stderr(`${printable(`${action} ${region} ${milliseconds} ms${error ? ` ${error}` : ''}`)}\n`);
    },
  });
  return { sessions, progress };
}
