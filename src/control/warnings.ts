/** What this library warns of beside the checks, by the end of the id with which it is acknowledged. */
export const WARNINGS: readonly string[] = [
  'acknowledge-unknown',
  'covered-account-unknown',
  'email-only',
  'note',
  'second-trail',
  'stage-without-aspect',
];
