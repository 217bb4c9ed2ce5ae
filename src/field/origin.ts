/** Where something was found; what does not apply is left out. */
export interface Origin {
  /** The construct's path. */
  readonly path?: string;
  /** The template's file name, or the stack's name where no file was read. */
  readonly template?: string;
  readonly logicalId?: string;
  /** File and line in the app, where CDK recorded it. */
  readonly source?: string;
}
