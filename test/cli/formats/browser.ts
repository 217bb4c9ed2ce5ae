import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Chromium as Debian and others call it; `CHROMIUM` names another one. */
export function findChromium(): string | undefined {
  const names = process.env.CHROMIUM
    ? [process.env.CHROMIUM]
    : ['chromium', 'chromium-browser', 'google-chrome'];
  return names.find((name) => spawnSync(name, ['--version']).status === 0);
}

/**
 * One page in a headless Chromium, driven through pipes, so that no port is opened.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/
 */
export class Browser {
  private readonly profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, (answer: any) => void>();
  private readonly ended: Promise<string>;
  private readonly events = new EventEmitter();
  private readonly heard: { readonly method: string; readonly params: any }[] = [];
  private count = 0;
  private session: string | undefined;

  constructor(executable: string) {
    const options = ['--headless', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe'];
    // Chromium refuses to run as root with its sandbox; the page is our own.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.process = spawn(
      executable,
      [...options, ...root, `--user-data-dir=${this.profile}`, 'about:blank'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      },
    );
    let rest = '';
    (this.process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.hear(JSON.parse(message));
    });
    this.ended = once(this.process, 'exit').then(([code]) => `Chromium ended with ${code}`);
    (this.process.stdio[3] as Writable).on('error', () => {}); // it has ended, which is told
  }

  /** Opens a page; what it asks for is counted from here on. */
  public async open(address: string): Promise<void> {
    const { targetInfos } = await this.send('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }: { type: string }) => type === 'page');
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.session = sessionId;
    for (const domain of ['Network', 'Page', 'Log', 'Runtime']) await this.send(`${domain}.enable`);
    const loaded = once(this.events, 'Page.loadEventFired');
    const { errorText } = await this.send('Page.navigate', { url: address });
    if (errorText) throw new Error(`${address}: ${errorText}`);
    await loaded;
  }

  /** @returns what the expression is, as JSON can say it */
  public async evaluate(expression: string): Promise<any> {
    const { result } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    return result.value;
  }

  public async look(width: number, scheme: 'light' | 'dark'): Promise<void> {
    const size = { width, height: 800, deviceScaleFactor: 1, mobile: width < 500 };
    await this.send('Emulation.setDeviceMetricsOverride', size);
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await this.send('Emulation.setEmulatedMedia', { features });
  }

  public async press(key: 'Tab' | 'Enter'): Promise<void> {
    const code = key === 'Tab' ? 9 : 13;
    const event = { key, code: key, windowsVirtualKeyCode: code, ...(key === 'Enter' && { text: '\r' }) };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }

  /** The addresses that were asked for. */
  public get requests(): string[] {
    return this.all('Network.requestWillBeSent').map(({ request }) => request.url);
  }

  /** What the browser complained about, such as what a policy kept from the page. */
  public get complaints(): string[] {
    return this.all('Log.entryAdded').map(({ entry }) => entry.text);
  }

  public async close(): Promise<void> {
    this.send('Browser.close').catch(() => {}); // it may end before it answers
    await this.ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private all(method: string): any[] {
    return this.heard.filter((event) => event.method === method).map(({ params }) => params);
  }

  private send(method: string, params: object = {}): Promise<any> {
    const id = ++this.count;
    const sessionId = this.session;
    (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
      void this.ended.then((message) => reject(new Error(`${method}: ${message}`)));
    });
  }

  private hear(message: any): void {
    if (message.id === undefined) {
      this.heard.push(message);
      this.events.emit(message.method);
      return;
    }
    this.waiting.get(message.id)?.(message);
    this.waiting.delete(message.id);
  }
}
