/** What this library warns of beside the checks, by the end of the id with which it is acknowledged. */
export const WARNINGS: readonly string[] = [
  'acknowledge-unknown',
  'covered-account-unknown',
  'email-only',
  'imported-bucket-policy',
  'imported-function-policy',
  'imported-key-policy',
  'imported-queue-policy',
  'imported-topic-policy',
  'no-notice-reader',
  'no-subscriber',
  'note',
  'second-trail',
  'stage-without-aspect',
  'text-to-chat',
];
