/** The command cannot do what it was asked: one sentence for whoever asked, with what to do. */
export class UsageError extends Error {
  public readonly name = 'UsageError';

  /** @param detail what is shown under the sentence, such as a pattern with a caret */
  constructor(
    message: string,
    public readonly detail?: string,
  ) {
    super(message);
  }
}
