import { Stack, Token } from 'aws-cdk-lib';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscriptionFilter, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { FILTER_PATTERN } from '../control/network-acl-changes';
import type { NoticeFunction } from './notice-function';
import { propertiesOf, rendered, resourcesOf } from './subscribers';

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
const FILTERS_OF_A_LOG_GROUP = 2;

/**
 * Hands each event that the metric filter counts to the function, and lets CloudWatch Logs invoke it for this log group
 * of this account alone.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample
 */
export function feedFunction(
  scope: Construct,
  logGroup: ILogGroup,
  { resource, policy }: NoticeFunction,
): CfnSubscriptionFilter {
  const permission = new CfnPermission(scope, 'Permission', {
    action: 'lambda:InvokeFunction',
    functionName: resource.attrArn,
    principal: 'logs.amazonaws.com',
    sourceAccount: Stack.of(scope).account,
    sourceArn: logGroup.logGroupArn,
  });
  const filter = new CfnSubscriptionFilter(scope, 'SubscriptionFilter', {
    logGroupName: logGroup.logGroupName,
    filterPattern: FILTER_PATTERN,
    destinationArn: resource.attrArn,
  });
  // CloudWatch Logs invokes the function when the filter is made, to see whether it may.
  filter.node.addDependency(permission, policy);
  return filter;
}

/** Says at the end of the synthesis, when all filters are known, that a log group has more than it takes. */
export function refuseThirdFilter(own: CfnSubscriptionFilter, logGroup: ILogGroup) {
  own.node.addValidation({
    validate: () => {
      const name = rendered(logGroup.logGroupName, own);
      const [resource] = name.resources;
      const filters = resourcesOf(own, (type) => type === 'AWS::Logs::SubscriptionFilter').filter((one) => {
        // Whether one with a condition is made, the deployment decides.
        if (one.cfnOptions.condition) return false;
        const { resources, value } = propertiesOf(one);
        if (resource) return resources.includes(resource);
        return isSamePlace(Stack.of(one), Stack.of(own)) && value.LogGroupName === name.value;
      });
      if (filters.length <= FILTERS_OF_A_LOG_GROUP) return [];
      const others = filters.filter((one) => one !== own).map(({ node }) => node.path);
      return [
        `A log group takes ${FILTERS_OF_A_LOG_GROUP} subscription filters, and that of the notices would be one more than ${others.join(', ')}: leave one of them out, or the notices.`,
      ];
    },
  });
}

/** Two stacks that do not name account and region may mean different ones. */
function isSamePlace(one: Stack, other: Stack): boolean {
  if (one === other) return true;
  const isKnown = !Token.isUnresolved(one.account) && !Token.isUnresolved(one.region);
  return isKnown && one.environment === other.environment;
}
