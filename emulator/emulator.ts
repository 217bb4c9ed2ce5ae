import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { virtualEnvironmentPython } from '../python/virtual-environment';
import { AwsCli } from './aws-cli';
import { AwsCliProcess } from './aws-cli-process';
import { compiledBeside } from './compiled-beside';
import { until } from './until';

const SERVICE = join(__dirname, 'service', 'main.py');
/** What the emulator and the AWS CLI are, in pinned versions. */
export const REQUIREMENTS = join(__dirname, 'requirements.txt');
const SDK = join(__dirname, '../node_modules');
const STOP_WITHIN = 5000;

/** An AWS account that lives in a process of its own, on a free port of the loopback address. */
export class Emulator {
  public static async start(): Promise<Emulator> {
    const python = await virtualEnvironmentPython(REQUIREMENTS);
    const emulator = new Emulator(python);
    try {
      await emulator.waitUntilHealthy();
      return emulator;
    } catch (error) {
      await emulator.stop();
      throw new Error(`the emulator did not start: ${error}\n${emulator.log}`);
    }
  }

  public aws!: AwsCli;
  private readonly cli: AwsCliProcess;
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly replies: Interface;
  private readonly ended: Promise<void>;
  private log = '';
  /** Its files, which it removes when it ends. */
  public folder = '';

  private constructor(python: string) {
    this.cli = new AwsCliProcess(python);
    this.child = spawn(python, [SERVICE], {
      // Its own process group: Ctrl-C in a terminal reaches this process, which then stops the emulator in order.
      detached: true,
      env: {
        PATH: process.env.PATH,
        TMPDIR: process.env.TMPDIR,
        NODE_PATH: SDK, // for functions: a runtime of Lambda has the SDK, this machine's Node has not
        ...compiledBeside(python),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdin.on('error', () => {}); // it has ended: `ended` and `log` say so
    this.child.stderr.on('data', (chunk) => {
      this.log = `${this.log}${chunk}`.slice(-10_000);
    });
    this.replies = createInterface(this.child.stdout);
    this.ended = new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      this.child.once('error', () => resolve());
    });
  }

  /** Lets time pass for metrics and alarms, and evaluates every alarm. */
  public async advanceClock(seconds: number): Promise<void> {
    const reply = this.nextReply();
    this.child.stdin.write(`advance ${seconds}\n`);
    await reply;
  }

  /** Ends the two processes by their own ids. */
  public async stop(): Promise<void> {
    await this.cli.stop();
    this.child.kill('SIGTERM');
    const force = setTimeout(() => this.child.kill('SIGKILL'), STOP_WITHIN);
    await this.ended;
    clearTimeout(force);
    this.replies.close();
    rmSync(this.folder, { recursive: true, force: true }); // where it had to be forced
  }

  private async waitUntilHealthy(): Promise<void> {
    const { port, folder = '' } = await this.nextReply();
    this.folder = folder;
    const endpoint = `http://127.0.0.1:${port}`;
    await until('the health endpoint answers', 30, 0.1, async () => {
      const response = await fetch(`${endpoint}/_ministack/health`).catch(() => undefined);
      return response?.ok;
    });
    this.aws = AwsCli.ofEmulator(this.cli, endpoint, folder);
  }

  private nextReply(): Promise<{ port?: number; folder?: string; advanced?: number }> {
    return new Promise((resolve, reject) => {
      this.replies.once('line', (line) => resolve(JSON.parse(line)));
      void this.ended.then(() => reject(new Error('its process has ended')));
    });
  }
}
