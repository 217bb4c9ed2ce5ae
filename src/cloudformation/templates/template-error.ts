/** A file that cannot be evidence: one sentence for whoever named it. */
export class TemplateError extends Error {
  public readonly name = 'TemplateError';

  /**
   * @param file as it was named
   * @param reason the end of a sentence that starts with the file
   * @param line counted from 1
   */
  constructor(
    public readonly file: string,
    public readonly reason: string,
    public readonly line?: number,
  ) {
    super(`${file}${line ? `:${line}` : ''}: ${reason}`);
  }
}
