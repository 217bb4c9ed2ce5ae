import type { Terminal } from '../terminal';
import type { Cleanup } from './cleanup';

/**
 * Ctrl-C and what a job runner sends: the first ends the drill in order, the second ends it now. A terminal that is closed may
 * tell so more than once, and asks for no haste.
 */
export class Interruption {
  private readonly controller = new AbortController();
  private isAsked = false;
  private readonly onSignal = () => {
    if (this.isAsked) this.leaveNow();
    this.isAsked = true;
    this.controller.abort();
    this.terminal.stderr('\nInterrupted: removing what the drill made. Once more to leave at once.\n');
  };

  private readonly onClosed = () => {
    this.controller.abort();
    this.terminal.stderr('The terminal was closed: removing what the drill made.\n');
  };

  constructor(
    private readonly terminal: Pick<Terminal, 'stderr' | 'onUnread'>,
    private readonly cleanup: Cleanup,
  ) {
    for (const name of SIGNALS) process.on(name, this.onSignal);
    process.on('SIGHUP', this.onClosed);
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
    process.off('SIGHUP', this.onClosed);
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

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
