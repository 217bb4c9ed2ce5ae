import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { AwsCli } from '../../emulator/aws-cli';
import { ALARM_NAME } from '../../emulator/synthesize';
import { describeOnEmulator } from './describe-on-emulator';
import { leftovers, NOTHING } from './leftovers';
import { liveEnvironment } from './live';
import { monitoredAccount } from './monitored-account';
import { Unwell } from './unwell';

const ROOT = join(__dirname, '../..');

/** In milliseconds: a drill that never gets so far fails with what it said. */
const LONGEST = 60_000;

describeOnEmulator('an interrupted drill', (emulator) => {
  const folder = mkdtempSync(join(tmpdir(), 'drill-'));
  const main = join(folder, 'main.js');
  beforeAll(async () => {
    await build({
      entryPoints: [join(ROOT, 'cli/src/main.ts')],
      outfile: main,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
      keepNames: true,
      logLevel: 'error',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A drill that waits for a topic that stays dark, in a process of its own, which gets the signal once the alarm is lit. */
  async function interrupted(account: string, signals: NodeJS.Signals[], args: (vpc: string) => string[]) {
    const { aws, group } = await monitoredAccount(emulator(), account);
    const cidr = ['--cidr-block', '10.0.0.0/16', '--query', 'Vpc.VpcId'];
    const vpc: string = await aws.run('ec2', 'create-vpc', ...cidr);
    const during: Record<string, unknown>[] = [];
    let [isOpen, isStuck] = [true, false];
    const proxy = await Unwell.before(emulator().aws.endpoint as string);
    proxy.beforeCall = async (action) => {
      // After the audit, so that it does not see it.
      if (action === 'CreateQueue')
        await aws.run('cloudwatch', 'disable-alarm-actions', '--alarm-names', ALARM_NAME);
      if (action === 'Unsubscribe' && signals.length > 1) {
        isStuck = true;
        while (isOpen) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    try {
      const child = spawn(process.execPath, [main, 'drill', '--yes', ...args(vpc)], {
        env: { PATH: process.env.PATH, HOME: folder, ...liveEnvironment(account, proxy.endpoint) },
      });
      let [stdout, stderr] = ['', ''];
      child.stderr.on('data', (chunk) => {
        stderr += chunk;
      });
      const [first, second] = signals;
      child.stdout.on('data', async (chunk) => {
        stdout += chunk;
        if (during.length > 0 || !stdout.includes('  alarm ')) return;
        during.push({});
        during[0] = await leftovers(aws, group);
        child.kill(first);
        if (!second) return;
        while (!isStuck && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
        child.kill(second);
      });
      const tooLong = setTimeout(() => {
        stderr += '\nit was not interrupted in time';
        child.kill('SIGKILL');
      }, LONGEST);
      const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
      clearTimeout(tooLong);
      if (status === null) throw new Error(`the drill did not end: ${stdout}${stderr}`);
      return { status, stdout, stderr, aws: aws as AwsCli, group, during: during[0] };
    } finally {
      isOpen = false;
      await proxy.stop();
    }
  }

  const INTERRUPTED = 'Interrupted: removing what the drill made. Once more to leave at once.\n';

  test.each([
    ['320000000011', 'SIGINT', INTERRUPTED],
    ['320000000012', 'SIGTERM', INTERRUPTED],
    ['320000000015', 'SIGHUP', 'The terminal was closed: removing what the drill made.\n'],
  ] as const)('leaves nothing, from the log group, in account %s after %s', async (account, signal, told) => {
    const { status, stdout, stderr, aws, group, during } = await interrupted(account, [signal], () => []);
    const one = [expect.anything()];
    expect(during).toEqual({ queues: one, subscriptions: one, streams: one, acls: [] });
    expect(await leftovers(aws, group)).toEqual(NOTHING);
    expect(status).toBe(3);
    expect(stderr).toContain(told);
    expect(stdout).toContain(
      `UNKNOWN: account ${account}: the drill was interrupted before it rang.\nNot seen: topic.\n`,
    );
  });

  test('leaves nothing, from the trail', async () => {
    const args = (vpc: string) => ['--from', 'trail', '--vpc', vpc];
    const { status, aws, group } = await interrupted('320000000013', ['SIGINT'], args);
    expect(await leftovers(aws, group)).toEqual(NOTHING);
    expect(status).toBe(3);
  });

  test.each(['stdout', 'stderr'] as const)(
    'leaves nothing where nobody reads its %s any more',
    async (stream) => {
      const account = { stdout: '320000000016', stderr: '320000000017' }[stream];
      const { aws, group } = await monitoredAccount(emulator(), account);
      const child = spawn(process.execPath, [main, 'drill', '--yes'], {
        env: { PATH: process.env.PATH, HOME: folder, ...liveEnvironment(account, emulator().aws.endpoint) },
        timeout: LONGEST,
      });
      child[stream].destroy();
      const other = { stdout: child.stderr, stderr: child.stdout }[stream];
      let said = '';
      other.on('data', (chunk) => {
        said += chunk;
      });
      const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
      expect([status, said]).toEqual(
        stream === 'stdout'
          ? [0, expect.stringContaining('Nobody reads the output any more: removing what the drill made.\n')]
          : [0, expect.stringMatching(/^RANG: /m)],
      );
      expect(await leftovers(aws, group)).toEqual(NOTHING);
    },
  );

  test('a second signal leaves at once, and says what may be left and how it goes away', async () => {
    const { status, stderr } = await interrupted('320000000014', ['SIGINT', 'SIGINT'], () => []);
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /\nLeft behind, if not removed yet:\n {2}subscription of queue ".*": aws sns unsubscribe .*\n {2}queue "(nacl-change-monitor-drill-\w+-\w+)": aws sqs delete-queue --region us-east-1 --queue-url "\$\(aws sqs get-queue-url --region us-east-1 --queue-name \1 --query QueueUrl --output text\)"\n$/,
    );
  });
});
