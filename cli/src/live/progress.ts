import type { Terminal } from '../terminal';

/** How far it is, on a line of its own that is written anew; nothing where nobody looks. */
export class Progress {
  private calls = 0;
  private text = '';

  constructor(private readonly terminal: Pick<Terminal, 'status'>) {}

  public call(): void {
    this.calls++;
    this.show();
  }

  public accounts(done: number, all: number): void {
    this.text = `${done} of ${all} ${all === 1 ? 'account' : 'accounts'}, `;
    this.show();
  }

  public end(): void {
    this.terminal.status?.('');
  }

  private show(): void {
    this.terminal.status?.(`${this.text}${this.calls} calls`);
  }
}
