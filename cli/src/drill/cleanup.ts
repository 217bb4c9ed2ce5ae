import { isDenied, isMissing, reasonOf } from '../live/attempt';
import { CallError } from '../live/calls';

/** Something that a drill made, and how it goes away. */
export interface Made {
  /** Such as `log stream "nacl-change-monitor-drill-..."`. */
  readonly what: string;
  /** The command with which a person removes it. */
  readonly command: string;
  remove(): Promise<void>;
}

/** What could not be removed. */
export interface Leftover {
  readonly what: string;
  readonly command: string;
  readonly why: string;
}

/** Removes what a drill made, whatever happened in between. */
export class Cleanup {
  private readonly made: Made[] = [];

  /** What is there now and would stay if nobody removed it. */
  public get left(): readonly Made[] {
    return this.made;
  }

  /**
   * Makes something that has to be removed. It counts as made before the call, because a call that gave no answer may have
   * made it all the same; one that was refused made nothing.
   */
  public async make<T>(made: Made, create: () => Promise<T>): Promise<T> {
    this.made.unshift(made);
    try {
      return await create();
    } catch (error) {
      if (isRefused(error)) this.forget(made);
      throw error;
    }
  }

  /** Removes it now. */
  public async remove(made: Made): Promise<void> {
    try {
      await made.remove();
    } catch (error) {
      // What somebody else removed in the meantime is removed.
      if (!isMissing(error)) throw error;
    }
    this.forget(made);
  }

  /** Removes all, the last first, and gives what stays. */
  public async removeAll(): Promise<Leftover[]> {
    const leftovers: Leftover[] = [];
    for (const made of [...this.made]) {
      try {
        await this.remove(made);
      } catch (error) {
        leftovers.push({ what: made.what, command: made.command, why: reasonOf(error) });
      }
    }
    return leftovers;
  }

  private forget(made: Made): void {
    const index = this.made.indexOf(made);
    if (index >= 0) this.made.splice(index, 1);
  }
}

function isRefused(error: unknown): boolean {
  return (
    error instanceof CallError &&
    (isDenied(error.error) || /^(Invalid|Validation|.*NotFound)/.test(error.error))
  );
}
