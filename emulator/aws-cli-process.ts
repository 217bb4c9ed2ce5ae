import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { compiledBeside } from './compiled-beside';

interface Reply {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

type Waiting = { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void };

/** The AWS CLI in a process that stays, in which one command runs after the other. */
export class AwsCliProcess {
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  private readonly ended: Promise<void>;
  private hasEnded = false;
  private readonly waiting: Waiting[] = [];
  private log = '';

  public constructor(python: string) {
    this.child = spawn(python, [join(__dirname, 'aws_cli.py')], {
      detached: true, // as the emulator: Ctrl-C in a terminal is not for it
      env: { PATH: process.env.PATH, ...compiledBeside(python) },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdin.on('error', () => {}); // it has ended: those who wait are told
    this.child.stderr.on('data', (chunk) => {
      this.log = `${this.log}${chunk}`.slice(-10_000);
    });
    const replies = createInterface(this.child.stdout);
    replies.on('line', (line) => this.waiting.shift()?.resolve(JSON.parse(line)));
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.hasEnded = true;
        for (const { reject } of this.waiting.splice(0)) reject(this.error());
        replies.close();
        resolve();
      };
      this.child.once('close', end);
      this.child.once('error', end);
    });
  }

  /** What the command printed. */
  public async run(parameters: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
    if (this.hasEnded) {
      throw this.error();
    }
    const { status, output, errors } = await new Promise<Reply>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin.write(`${JSON.stringify({ parameters, environment })}\n`);
    });
    if (status !== 0) {
      throw new Error(errors.trim() || `its exit status was ${status}`);
    }
    return output;
  }

  /** The command that runs is not waited for. */
  public async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private error(): Error {
    return new Error(`its process has ended: ${this.log}`);
  }
}
