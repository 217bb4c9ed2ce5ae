import { Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, LogQueryWidget, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnQueryDefinition, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { EVENT_NAMES, EVENT_SOURCE } from '../control/network-acl-changes';

/**
 * Lists the changes, and the attempts, newest first.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
const QUERY = [
  'fields eventTime, recipientAccountId, awsRegion, eventName, coalesce(requestParameters.networkAclId, requestParameters.associationId, responseElements.networkAcl.networkAclId) as target, requestParameters.ruleNumber as rule, requestParameters.egress as egress, requestParameters.ruleAction as action, coalesce(requestParameters.cidrBlock, requestParameters.ipv6CidrBlock) as cidr, userIdentity.arn as principal, sourceIPAddress, errorCode, eventID',
  `filter eventSource = "${EVENT_SOURCE}" and eventName in [${EVENT_NAMES.map((name) => `"${name}"`).join(', ')}]`,
  'sort @timestamp desc',
  'limit 1000',
];

/** The query under "Saved queries" of Logs Insights. Its name is the path, and a slash in it makes a folder. */
export function saveQuery(scope: Construct, logGroup: ILogGroup) {
  new CfnQueryDefinition(scope, 'SavedQuery', {
    name: `nacl-change-monitor/${Stack.of(scope).stackName}/${scope.node.scope?.node.id}`,
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
