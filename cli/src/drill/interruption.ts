import type { Terminal } from '../terminal';
import type { Cleanup } from './cleanup';

/**
 * Ctrl-C, what a job runner sends, and a terminal that was closed: the first ends the drill in order, the second ends it now.
 */
export class Interruption {
  private readonly controller = new AbortController();
  private readonly onSignal = () => {
    if (this.controller.signal.aborted) this.leaveNow();
    this.controller.abort();
    this.terminal.stderr('\nInterrupted: removing what the drill made. Once more to leave at once.\n');
  };

  constructor(
    private readonly terminal: Pick<Terminal, 'stderr' | 'onUnread'>,
    private readonly cleanup: Cleanup,
  ) {
    for (const name of SIGNALS) process.on(name, this.onSignal);
    // The drill has no other end than one in order, also when nobody reads its result.
    terminal.onUnread?.(() => {
      this.controller.abort();
      terminal.stderr('Nobody reads the output any more: removing what the drill made.\n');
    });
  }

  public get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Signals do again what they do otherwise. */
  public end(): void {
    for (const name of SIGNALS) process.off(name, this.onSignal);
  }

  private leaveNow(): never {
    const left = this.cleanup.left.map(({ what, command }) => `  ${what}: ${command}\n`);
    this.terminal.stderr(
      left.length > 0
        ? `\nLeft behind, if not removed yet:\n${left.join('')}`
        : '\nNothing is left behind.\n',
    );
    process.exit(3);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
