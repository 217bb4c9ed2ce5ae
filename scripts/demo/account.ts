import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { AwsCli } from '../../emulator/aws-cli';
import { Emulator, REQUIREMENTS } from '../../emulator/emulator';
import { findPython } from '../../python/find-python';
import { virtualEnvironmentPython } from '../../python/virtual-environment';
import type { CleanUps } from './clean-ups';
import { step } from './step';

/** Something is missing, or the user said no: nothing was made. */
export class CannotRun extends Error {}

/** Where the demo takes place. */
export interface DemoAccount {
  readonly aws: AwsCli;
  /** Until an alarm that went off has come back: an emulator's clock can be put forward. */
  readonly letTheAlarmComeBack?: () => Promise<void>;
}

/** Longer than two periods of the alarm, in seconds. */
const TWO_PERIODS = 700;

/** An account on this machine, stopped in the end. */
export async function emulatedAccount(cleanUps: CleanUps): Promise<DemoAccount> {
  const python = requirePython();
  process.stdout.write(
    `An emulated AWS on this machine, with ${python}: no account, no credentials, no cost.\n\n`,
  );
  await step('prepare the emulator', installed);
  const emulator = await step('start the emulator', () => Emulator.start());
  cleanUps.add('stop the emulator, and all that is in it', () => emulator.stop());
  return { aws: emulator.aws, letTheAlarmComeBack: () => emulator.advanceClock(TWO_PERIODS) };
}

/** The account of the user's credentials, after a yes. */
export async function userAccount(): Promise<DemoAccount> {
  if (!process.stdin.isTTY) {
    throw new CannotRun('--aws asks before it makes anything, and there is no terminal to ask on');
  }
  const onPath = spawnSync('aws', ['--version']).status === 0;
  const aws = AwsCli.ofUser(onPath ? ['aws'] : await installedCli());
  const [identity, region] = await Promise.all([
    aws.run('sts', 'get-caller-identity').catch((error: Error) => {
      throw new CannotRun(`there are no valid credentials (${error.message})`);
    }),
    aws.configuredRegion(),
  ]);
  if (!region) {
    throw new CannotRun('no region is configured: set AWS_DEFAULT_REGION');
  }
  process.stdout.write(
    `Account ${identity.Account}, region ${region}, as ${identity.Arn}.
Makes a stack with a trail, two buckets, a log group, a key, topics, alarms, a function, queues, and a VPC with a network ACL,
and deletes them again; the key's deletion is scheduled. A second trail's events are billed for the minutes it lives.\n`,
  );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Go on? (y/N) ');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) {
    throw new CannotRun('the answer was not yes');
  }
  return { aws: aws.inRegion(region) };
}

async function installedCli(): Promise<string[]> {
  requirePython();
  const python = await step('install the AWS CLI', installed);
  return [python, '-m', 'awscli'];
}

/** Python with the emulator and the AWS CLI; the first time a dot for each package shows that something happens. */
async function installed(): Promise<string> {
  let end = '';
  const python = await virtualEnvironmentPython(REQUIREMENTS, (progress) => {
    process.stdout.write(progress === 'begun' ? 'installs ministack and the AWS CLI, once ' : '.');
    end = ' ';
  });
  process.stdout.write(end);
  return python;
}

function requirePython(): string {
  const python = findPython();
  if ('missing' in python) {
    throw new CannotRun(python.missing);
  }
  return `Python ${python.version}`;
}
