export class Interrupted extends Error {}

/** Ctrl-C, SIGTERM or a closed terminal, the first time: the demo stops and cleans up. The second time ends the process at once. */
export class Interruption {
  private readonly interrupted: Promise<never>;
  private isInterrupted = false;

  public constructor() {
    this.interrupted = new Promise((_resolve, reject) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.once(signal, () => {
          this.isInterrupted = true;
          reject(new Interrupted(signal));
        });
      }
    });
    this.interrupted.catch(() => {}); // it may come when nobody waits for it
  }

  public get happened(): boolean {
    return this.isInterrupted;
  }

  public orResultOf<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.interrupted]);
  }

  /** To be asked before something new is begun, because work that lost the race goes on in the background. */
  public throwIfHappened(): void {
    if (this.happened) {
      throw new Interrupted();
    }
  }
}
