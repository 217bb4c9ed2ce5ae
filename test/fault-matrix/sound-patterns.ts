import { CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { type Case, changed } from './case';
import { PATTERN, TRANSFORMATION } from './sound-account';

const pattern = (id: string, what: string, text: string): Case =>
  changed(id, what, 'PASS', ({ filter }) => {
    filter.filterPattern = text;
  });

const inner = PATTERN.slice(2, -2);

/** Filters that count every change, in other words than the control's. */
export const SOUND_PATTERNS: readonly Case[] = [
  pattern(
    'sound-pattern-order',
    'events in another order',
    '{ ($.eventName = ReplaceNetworkAclAssociation) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = CreateNetworkAcl) }',
  ),
  pattern('sound-pattern-quotes', 'names in quotes', PATTERN.replace(/= (\w+)/g, '= "$1"')),
  pattern('sound-pattern-spaces', 'no white space', PATTERN.replaceAll(' ', '')),
  pattern('sound-pattern-flat', 'no inner parentheses', `{ ${inner.replace(/[()]/g, '')} }`),
  pattern('sound-pattern-nested', 'one more pair of parentheses', `{ ((${inner})) }`),
  pattern(
    'sound-pattern-brackets',
    "the selector $['eventName']",
    PATTERN.replaceAll('$.eventName', "$.['eventName']"),
  ),
  pattern(
    'sound-pattern-source',
    'with the event source',
    `{ ($.eventSource = ec2.amazonaws.com) && (${inner}) }`,
  ),
  pattern('sound-pattern-twice', 'one event twice', `{ ${inner} || ($.eventName = CreateNetworkAcl) }`),
  pattern(
    'sound-pattern-broader',
    'with the events of security groups',
    `{ ${inner} || ($.eventName = AuthorizeSecurityGroupIngress) }`,
  ),
  pattern('sound-pattern-wildcard', 'a wildcard, which takes in more', '{ $.eventName = "*NetworkAcl*" }'),
  pattern('sound-pattern-regex', 'a regular expression', '{ $.eventName = %NetworkAcl% }'),
  changed(
    'sound-two-filters',
    'two filters on one metric, which share the events',
    'PASS',
    ({ stack, filter, logGroup }) => {
      filter.filterPattern =
        '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) }';
      new CfnMetricFilter(stack, 'RestFilter', {
        logGroupName: logGroup.ref,
        filterPattern:
          '{ ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }',
        metricTransformations: [TRANSFORMATION],
      });
    },
  ),
];
