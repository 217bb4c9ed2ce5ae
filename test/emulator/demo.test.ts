import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeployedStack } from '../../emulator/deploy';
import { monitor, synthesize } from '../../emulator/synthesize';
import { removeStack } from '../../scripts/demo/remove-stack';
import { describeOnEmulator } from './describe-on-emulator';

const REPOSITORY = join(__dirname, '../..');

/** The demo as `npm run demo` starts it, with a folder for temporary files in which nothing may be left. */
class Demo {
  public static readonly temporary = mkdtempSync(join(tmpdir(), 'demo-'));
  public output = '';
  private readonly child: ChildProcess;
  private readonly status: Promise<number | null>;

  public constructor(environment: NodeJS.ProcessEnv = {}, ...parameters: string[]) {
    const load = ['-r', 'ts-node/register/transpile-only', 'scripts/demo.ts'];
    const project = { TS_NODE_PROJECT: 'tsconfig.dev.json', TMPDIR: Demo.temporary };
    const env = { ...process.env, ...project, ...environment };
    const stdio = ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'];
    const child = spawn(process.execPath, [...load, ...parameters], { cwd: REPOSITORY, env, stdio });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        this.output += chunk;
      });
    }
    this.child = child;
    this.status = new Promise((resolve) => {
      child.once('close', resolve);
    });
  }

  public ended(): Promise<number | null> {
    return this.status;
  }

  /** Interrupts it as soon as it has said so far. */
  public interruptAt(text: string): void {
    const look = () => {
      if (this.output.includes(text)) {
        this.child.stdout?.off('data', look);
        this.child.kill('SIGINT');
      }
    };
    this.child.stdout?.on('data', look);
  }
}

const leftBehind = () => readdirSync(Demo.temporary).filter((name) => !name.startsWith('v8-compile-cache'));
afterAll(() => rmSync(Demo.temporary, { recursive: true, force: true }));

describeOnEmulator('the demo', (emulator) => {
  test('shows the flagged stack, eight links that hold and the message, and leaves nothing behind', async () => {
    const demo = new Demo();
    const status = await demo.ended();
    expect(demo.output).toContain(
      '\n  Stack Workload is flagged:\n' +
        '    No sound chain in account 444455556666 reports network ACL changes' +
        ' (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11):' +
        ' link 1 of 8, trail-all-regions: there is no trail.' +
        " Fix: add new NaclChangeMonitor(this, 'NaclChanges'," +
        " { subscriptions: [new EmailSubscription('security@example.com')] }).",
    );
    expect(demo.output.match(/is flagged/g)).toHaveLength(1);
    expect(demo.output.match(/✓ [1-8] /g)).toHaveLength(8);
    // Each with what proves it.
    expect(demo.output).toMatch(
      /✓ 4 trail feeds a log group\n +\/nacl-change-monitor\/Security-NaclChanges-/,
    );
    expect(demo.output).toMatch(/✓ 7 the alarm notifies an SNS topic\n +arn:aws:sns:us-east-1:\d+:[\w-]+\n/);
    expect(demo.output).toMatch(/✓ 8 somebody listens\n +arn:aws:sns:us-east-1:\d+:[\w-]+:[\w-]+\n/);
    expect(demo.output).toMatch(/state {3}OK -> ALARM/);
    expect(demo.output).toMatch(
      /\n {2}PASS: account \d{12} has a sound chain that reports network ACL changes\.\n/,
    );
    expect(demo.output).toMatch(/\n {2}RANG: account \d{12}: it rang /);
    expect(readFileSync(join(REPOSITORY, 'demo-report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/i);
    // The notice says what the alarm cannot.
    expect(demo.output).toMatch(
      /The notice beside it:\n {4}HIGH RISK: inbound .*TCP 22 \(SSH\).*\n\n {4}HIGH RISK: .* 0\.0\.0\.0\/0/,
    );
    expect(demo.output).toMatch(/\n {4}Who: .*emulator\n/);
    expect(demo.output).toMatch(
      new RegExp(
        'stop the emulator, and all that is in it \\.\\.\\. [\\d.]+ s\n\n' +
          'Sound: all eight links hold, and the change was told\\.\n' +
          'Open demo-report\\.html in a browser: the chain, link by link\\.\n' +
          'Next: put a monitor into an app of yours.*\n.*npm run demo -- --aws\n$',
      ),
    );
    expect(status).toBe(0);
    expect(leftBehind()).toEqual([]);
  });

  test.each(['start the emulator', 'deploy it', 'audit it'])(
    'interrupted at "%s" it cleans up',
    async (text) => {
      const demo = new Demo();
      demo.interruptAt(text);
      expect(await demo.ended()).toBe(130);
      // The step that was under way says no time, and nothing is taken apart that goes with the emulator.
      const end = '(stop the emulator, and all that is in it \\.\\.\\. [\\d.]+ s\\n)?$';
      expect(demo.output).toMatch(new RegExp(` \\.\\.\\. interrupted\\n\\nCleaning up\\n${end}`));
      expect(leftBehind()).toEqual([]);
    },
  );

  test('removes a stack with the evidence that it retains', async () => {
    const { aws } = emulator();
    const stack = new DeployedStack(aws, 'monitoring');
    await stack.create(synthesize((scope) => monitor(scope)));
    const bucket = await aws.run('cloudtrail', 'describe-trails', '--query', 'trailList[0].S3BucketName');
    // Twice the same key: two versions; then a delete marker.
    const object = ['--bucket', bucket, '--key', 'AWSLogs/record'];
    await aws.run('s3api', 'put-object', ...object);
    await aws.run('s3api', 'put-object', ...object);
    await aws.run('s3api', 'delete-object', ...object);

    await removeStack(aws, stack);
    expect((await aws.run('s3api', 'list-buckets')).Buckets).toEqual([]);
    expect((await aws.run('logs', 'describe-log-groups')).logGroups).toEqual([]);
    const keys = await aws.run('kms', 'list-keys', '--query', 'Keys[].KeyId');
    const state = ['describe-key', '--key-id', keys[0], '--query', 'KeyMetadata.KeyState'];
    expect(await aws.run('kms', ...state)).toBe('PendingDeletion');
  });
});

describe('the demo cannot run', () => {
  test.each([
    [
      'without Python',
      { PYTHON: '/nonexistent' },
      [],
      /Python 3\.11 or newer is needed, and \/nonexistent with the module venv/,
    ],
    ['in an account without a terminal to ask on', {}, ['--aws'], /there is no terminal to ask on/],
    ['with an unknown option', {}, ['--azure'], /--azure is not an option/],
  ])('%s: one sentence and exit status 2', async (_title, environment, parameters, sentence) => {
    const demo = new Demo(environment, ...parameters);
    expect(await demo.ended()).toBe(2);
    expect(demo.output).toMatch(/^The demo cannot run: [^\n]+\.\n$/);
    expect(demo.output).toMatch(sentence);
  });
});
