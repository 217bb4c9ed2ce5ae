/** What the exit status says. */
export const EXIT = {
  /** All is sound: for `test`, some record matches. */
  SOUND: 0,
  /** Something is not. */
  NOT_SOUND: 1,
  /** The command was used wrongly, or something could not be read. */
  UNUSABLE: 2,
  /** Nothing is known to be wrong, but not everything could be decided. */
  UNKNOWN: 3,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
