import { Dashboard, GraphWidget, LogQueryWidget, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnQueryDefinition, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/**
 * Lists the changes and the attempts, newest first. What a rule said that was deleted, its earlier records say.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
const QUERY = [
  `fields ${[
    'eventTime, recipientAccountId, awsRegion, eventName, errorCode',
    'userIdentity.arn, sourceIPAddress',
    ...[
      'networkAclId',
      'egress',
      'ruleNumber',
      'ruleAction',
      'cidrBlock',
      'ipv6CidrBlock',
      'associationId',
    ].map((name) => `requestParameters.${name}`),
    'eventID',
  ].join(', ')}`,
  // The six of the control, in few characters: a template has 51,200 bytes, and this may be in it twice.
  'filter eventName like /^(Create|Delete|Replace)NetworkAcl/',
  'sort @timestamp desc',
];

/** The query under "Saved queries" of Logs Insights. Its name is the monitor's path, and a slash in it makes a folder. */
export function saveQuery(scope: Construct, logGroup: ILogGroup) {
  new CfnQueryDefinition(scope, 'SavedQuery', {
    name: `nacl-change-monitor/${scope.node.scope?.node.path}`,
    logGroupNames: [logGroup.logGroupName],
    queryString: QUERY.join('\n| '),
  });
}

export function makeDashboard(scope: Construct, logGroup: ILogGroup, changes: Metric) {
  const dashboard = new Dashboard(scope, 'Dashboard');
  dashboard.addWidgets(
    new GraphWidget({
      title: 'Network ACL changes and attempts',
      left: [changes],
      width: 24,
      height: 4,
    }),
  );
  dashboard.addWidgets(
    new LogQueryWidget({
      title: 'Who changed what, newest first',
      logGroupNames: [logGroup.logGroupName],
      queryLines: QUERY,
      width: 24,
      height: 14,
    }),
  );
}
