import { Stack } from 'aws-cdk-lib';
import { CfnLogGroup, CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { type Case, changed, type Expected } from './case';
import { ENV, PATTERN, TRANSFORMATION } from './sound-account';

const PATTERN_FAULT = 'FAIL at 5 metric-filter-pattern';
const VALUE = 'FAIL at 5 metric-filter-value';

const EVENTS = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
];

const countsAny = (names: readonly string[]) =>
  `{ ${names.map((name) => `($.eventName = ${name})`).join(' || ')} }`;

const pattern = (id: string, what: string, text: string, expected: Expected = PATTERN_FAULT): Case =>
  changed(id, what, expected, ({ filter }) => {
    filter.filterPattern = text;
  });

const replaced = (text: string, by: string) => PATTERN.replace(text, by);

const ONE_MISSING = EVENTS.map((missing) =>
  pattern(
    `pattern-without-${missing}`,
    `pattern without ${missing}`,
    countsAny(EVENTS.filter((name) => name !== missing)),
  ),
);

export const FILTER_FAULTS: readonly Case[] = [
  changed('filter-missing', 'no metric filter', PATTERN_FAULT, (account) => account.without(account.filter)),
  ...ONE_MISSING,
  pattern(
    'pattern-misspelt',
    'an event misspelt',
    replaced('DeleteNetworkAclEntry', 'DeleteNetworkAclEntries'),
  ),
  pattern(
    'pattern-case',
    'an event in the wrong case',
    replaced('= CreateNetworkAcl)', '= CreateNetworkACL)'),
  ),
  pattern(
    'pattern-trailing-space',
    'a space inside the quotes',
    replaced('= CreateNetworkAcl)', '= "CreateNetworkAcl ")'),
  ),
  pattern('pattern-and', '&& in place of ||', PATTERN.replaceAll('||', '&&')),
  pattern('pattern-last-and', '&& in place of the last ||', PATTERN.replace(/\|\|(?=[^|]*$)/, '&&')),
  pattern(
    'pattern-not-equal',
    'one event with != in place of =, beside a condition',
    countsAny(EVENTS).replaceAll(' = ', ' != ').replaceAll('||', '&&'),
  ),
  pattern(
    'pattern-succeeded',
    'condition: only calls without an error',
    `{ (${PATTERN.slice(2, -2)}) && ($.errorCode NOT EXISTS) }`,
  ),
  pattern(
    'pattern-denied',
    'condition: only calls that were denied',
    `{ (${PATTERN.slice(2, -2)}) && ($.errorCode = "*UnauthorizedOperation") }`,
  ),
  pattern(
    'pattern-root',
    'condition: only calls of the root user',
    `{ (${PATTERN.slice(2, -2)}) && ($.userIdentity.type = Root) }`,
  ),
  pattern(
    'pattern-no-pipeline',
    'condition: not the calls of the pipeline',
    `{ (${PATTERN.slice(2, -2)}) && ($.userIdentity.arn != "*:assumed-role/pipeline/*") }`,
  ),
  pattern(
    'pattern-one-conditional',
    'condition on one of the events',
    replaced(
      '($.eventName = DeleteNetworkAcl)',
      '(($.eventName = DeleteNetworkAcl) && ($.errorCode NOT EXISTS))',
    ),
  ),
  pattern(
    'pattern-event-source',
    'condition: the events of a service that does not send them',
    `{ (${PATTERN.slice(2, -2)}) && ($.eventSource = vpc.amazonaws.com) }`,
  ),
  pattern('pattern-selector', 'selector $.eventname', PATTERN.replaceAll('$.eventName', '$.eventname')),
  pattern(
    'pattern-nested-selector',
    'selector of EventBridge, $.detail.eventName',
    PATTERN.replaceAll('$.eventName', '$.detail.eventName'),
  ),
  pattern('pattern-unbalanced', 'no pattern: a bracket too few', PATTERN.replace(' }', '')),
  pattern('pattern-single-equals', 'no pattern: == in place of =', PATTERN.replaceAll(' = ', ' == ')),
  pattern(
    'pattern-sql',
    'no pattern: a query of Logs Insights',
    'fields @message | filter eventName like /NetworkAcl/',
  ),
  pattern(
    'pattern-other-control',
    'pattern of another control, security groups',
    '{ ($.eventName = CreateSecurityGroup) || ($.eventName = DeleteSecurityGroup) }',
  ),
  pattern('pattern-terms', 'all six names as terms that have to occur together', EVENTS.join(' ')),
  changed('filter-other-group', 'filter on another log group of the account', PATTERN_FAULT, (account) => {
    const other = new CfnLogGroup(account.stack, 'Others', { logGroupName: '/audit/others' });
    account.filter.logGroupName = other.ref;
  }),
  changed(
    'filter-other-region',
    'filter in another region than log group and alarm',
    'FAIL at 6 alarm-metric',
    (account) => {
      const { node } = account.stack;
      const elsewhere = new Stack(node.root, 'Elsewhere', { env: { ...ENV, region: 'us-east-1' } });
      account.without(account.filter);
      new CfnMetricFilter(elsewhere, 'AclFilter', {
        logGroupName: '/audit/events',
        filterPattern: PATTERN,
        metricTransformations: [TRANSFORMATION],
      });
    },
  ),
  changed('filter-no-transformation', 'filter that feeds no metric', PATTERN_FAULT, ({ filter }) => {
    filter.metricTransformations = [];
  }),
  changed('filter-value-zero', 'filter that adds 0', VALUE, (account) =>
    account.transform({ metricValue: '0' }),
  ),
  changed('filter-value-negative', 'filter that takes 1 away', VALUE, (account) =>
    account.transform({ metricValue: '-1' }),
  ),
  changed('filter-value-of-event', 'filter that adds the value of a field', VALUE, (account) =>
    account.transform({ metricValue: '$.responseElements.count' }),
  ),
  changed('filter-value-no-number', 'filter that adds a word', VALUE, (account) =>
    account.transform({ metricValue: 'one' }),
  ),
  changed('filter-dimension', 'filter with a dimension', 'FAIL at 6 alarm-dimensions', (account) =>
    account.transform({
      dimensions: [{ key: 'user', value: '$.userIdentity.arn' }],
      defaultValue: undefined,
    }),
  ),
  changed(
    'filter-system-dimension',
    'filter with the dimension of a system field',
    'FAIL at 6 alarm-dimensions',
    ({ filter }) => {
      filter.emitSystemFieldDimensions = ['@aws.account'];
    },
  ),
  changed(
    'filter-field-selection',
    'filter on the events of one account only',
    'FAIL at 5 metric-filter-scope',
    ({ filter }) => {
      filter.fieldSelectionCriteria = '@aws.account = "444455556666"';
    },
  ),
];
