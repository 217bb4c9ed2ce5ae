/** A text that is no filter pattern, with the place and the reason. */
export class PatternError extends Error {
  public readonly name = 'PatternError';

  /**
   * @param offset where the text went wrong, in UTF-16 units from its start
   * @param reason what was expected there, or what is not supported
   */
  constructor(
    public readonly offset: number,
    public readonly reason: string,
  ) {
    super(`at ${offset}: ${reason}`);
  }
}
