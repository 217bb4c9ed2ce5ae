/** A text is not a valid filter pattern: where it goes wrong, and why. */
export class PatternError extends Error {
  public readonly name = 'PatternError';

  /**
   * @param offset where the text goes wrong, in UTF-16 units from its start
   * @param reason what was expected there, or what is not supported
   */
  constructor(
    public readonly offset: number,
    public readonly reason: string,
  ) {
    super(`at ${offset}: ${reason}`);
  }
}
