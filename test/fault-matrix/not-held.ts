/** Why the emulator cannot hold an account of the matrix, and which ones these are. */
export const NOT_HELD: readonly { readonly why: string; readonly ids: readonly string[] }[] = [
  {
    why: 'it has no composite alarms',
    ids: [
      'composite-and',
      'composite-not',
      'composite-ok',
      'composite-always',
      'composite-other',
      'composite-or-not',
      'composite-other-region',
      'composite-disabled',
      'composite-twice-and',
      'composite-twice-not',
      'sound-composite',
      'sound-composite-twice',
    ],
  },
  {
    why: 'it takes no pattern but JSON ones, and of these not all',
    ids: [
      'pattern-succeeded',
      'pattern-one-conditional',
      'pattern-unbalanced',
      'pattern-single-equals',
      'pattern-sql',
      'pattern-terms',
      'metric-group-default',
      'metric-everything',
      'metric-other-everything',
      'sound-pattern-brackets',
      'sound-pattern-regex',
    ],
  },
  {
    why: 'it has no alarms that compute, or that take a list of metrics',
    ids: ['alarm-other-account', 'alarm-query-average', 'sound-query'],
  },
  {
    why: 'it has no resources of the type',
    ids: [
      'topic-inline-policy',
      'sound-topic-inline-policy',
      'sound-chat-slack',
      'sound-chat-teams',
      'sound-monitor-notices',
    ],
  },
  { why: 'nobody gives a value for the parameter', ids: ['sound-parameter-name', 'sound-two-keys'] },
  { why: 'its default policy of a topic lets everybody in', ids: ['topic-central-default'] },
  { why: 'it does not apply transforms', ids: ['sound-subscription-sam', 'sound-sam-application'] },
  { why: 'it does not fetch nested templates', ids: ['sound-monitor-nested'] },
  { why: 'it drops the property', ids: ['filter-system-dimension', 'filter-field-selection'] },
  {
    why: 'it finds no function by that name, and no permission',
    ids: ['sound-function-partial-arn'],
  },
  {
    why: 'such a template is refused on deployment',
    ids: ['trail-no-role', 'filter-other-region', 'pattern-map', 'sound-second-trail'],
  },
  { why: 'what stands outside of the app is not there', ids: ['sound-queue-outside'] },
];
