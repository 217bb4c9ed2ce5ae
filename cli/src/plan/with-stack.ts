import { FILTER_PATTERN } from '../../../src/control/network-acl-changes';
import type { AccountData } from '../../../src/evidence/account-data';
import type { Topic } from '../../../src/evidence/resource-model';
import { policyOf } from './extended-policy';
import { logGroupArn, makesTopic, ORIGIN, roleArn, type StackParts, TRAIL_NAME } from './stack-parts';
import { alarmsPublish, roleTrust, roleWrites } from './statements';

/** The account as it would be with the stack, for the audit. */
export function withStack(data: AccountData, parts: StackParts | undefined): AccountData {
  if (!parts) return data;
  const { region, account, partition, metric, logGroupName, emails } = parts;
  const place = { origin: ORIGIN, region, account };
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const topicArn = parts.topicArn ?? arn('sns', 'the-new-topic');
  const topic: Topic = { ...place, arn: topicArn, isFifo: false, encryptionKey: parts.keyArn };
  const groupArn = logGroupArn(parts);
  const added: Partial<AccountData> = {
    ...(parts.trail && {
      trails: [
        {
          ...place,
          name: TRAIL_NAME,
          arn: arn('cloudtrail', `trail/${TRAIL_NAME}`),
          isOrganizationTrail: false,
          isMultiRegionTrail: true,
          isLogging: true,
          eventSelectors: undefined,
          advancedEventSelectors: undefined,
          logGroupArn: `${groupArn}:*`,
          deliveryRoleArn: roleArn(parts),
          encryptionKey: undefined,
        },
      ],
    }),
    ...(parts.logGroup && {
      logGroups: [
        { ...place, name: logGroupName, arn: groupArn, logGroupClass: 'STANDARD', encryptionKey: undefined },
      ],
    }),
    ...(parts.role && {
      roles: [
        {
          ...place,
          arn: roleArn(parts),
          trustPolicy: policyOf(roleTrust()),
          policies: [policyOf(roleWrites(`${groupArn}:*`))],
          otherPolicies: [],
          permissionsBoundary: undefined,
        },
      ],
    }),
    ...(parts.filter && {
      metricFilters: [
        {
          ...place,
          logGroupName,
          pattern: FILTER_PATTERN,
          metricNamespace: metric.namespace,
          metricName: metric.name,
          metricValue: '1',
          defaultValue: 0,
          unit: undefined,
          dimensions: [],
          applyOnTransformedLogs: false,
          fieldSelectionCriteria: undefined,
          emitSystemFieldDimensions: [],
        },
      ],
    }),
    ...(parts.alarm && {
      alarms: [
        {
          ...place,
          name: 'the new alarm',
          arn: arn('cloudwatch', 'alarm:the-new-alarm'),
          metric: { ...metric, dimensions: [], statistic: 'Sum', unit: undefined, account: undefined },
          comparisonOperator: 'GreaterThanOrEqualToThreshold',
          threshold: 1,
          evaluationPeriods: 1,
          datapointsToAlarm: 1,
          treatMissingData: 'notBreaching',
          actionsEnabled: true,
          alarmActions: [topicArn],
        },
      ],
    }),
    ...(makesTopic(parts) && {
      topics: [topic],
      topicPolicies: [
        {
          ...place,
          topicArns: [topicArn],
          document: policyOf(alarmsPublish(topicArn, account)),
        },
      ],
      subscriptions: (emails.length > 0 ? emails : ['whoever is given']).map((endpoint) => ({
        ...place,
        topicArn,
        protocol: 'email',
        endpoint,
        status: 'declared' as const,
        filterPolicy: undefined,
        filterPolicyScope: 'MessageAttributes',
      })),
    }),
  };
  return merged(data, added);
}

function merged(data: AccountData, added: Partial<AccountData>): AccountData {
  const all = Object.entries(added).map(([kind, resources]) => [
    kind,
    [
      ...((data[kind as keyof AccountData] ?? []) as readonly unknown[]),
      ...(resources as readonly unknown[]),
    ],
  ]);
  return { ...data, ...Object.fromEntries(all) };
}
