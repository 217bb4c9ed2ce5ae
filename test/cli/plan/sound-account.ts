import type { AccountData } from '../../../src/evidence/account-data';

export const ACCOUNT = '111122223333';
export const PATTERN =
  '{ ($.eventName = CreateNetworkAcl) || ($.eventName = CreateNetworkAclEntry) || ($.eventName = DeleteNetworkAcl) || ($.eventName = DeleteNetworkAclEntry) || ($.eventName = ReplaceNetworkAclEntry) || ($.eventName = ReplaceNetworkAclAssociation) }';

const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${resource}`;
export const TRAIL = arn('cloudtrail', 'trail/events');
export const GROUP = arn('logs', 'log-group:events');
export const TOPIC = arn('sns', 'security');
export const KEY = arn('kms', 'key/1');
export const ALARM = arn('cloudwatch', "alarm:it's an alarm");
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/delivery`;

export const place = (path: string) => ({ origin: { path }, region: 'us-east-1', account: ACCOUNT });

/** A policy as the live readers give it. */
export function policy(text: string) {
  const list = (value: any) => (value === undefined ? undefined : [value].flat());
  const { Statement } = JSON.parse(text);
  return {
    text,
    statements: Statement.map(({ Effect, Principal, Action, Resource, Condition = {} }: any) => ({
      effect: Effect,
      principals:
        Principal &&
        Object.fromEntries(Object.entries(Principal).map(([kind, names]) => [kind, list(names)])),
      actions: list(Action),
      resources: list(Resource),
      conditions: Object.fromEntries(
        Object.entries<any>(Condition).map(([operator, keys]) => [
          operator,
          Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, list(values)])),
        ]),
      ),
    })),
  };
}

const allow = (principal: string, action: string, resource = '*') =>
  `{"Effect":"Allow","Principal":{"Service":"${principal}"},"Action":"${action}","Resource":"${resource}"}`;
const whole = (...statements: string[]) => `{"Version":"2012-10-17","Statement":[${statements.join(',')}]}`;
export const OTHERS_TOPIC_POLICY = whole(allow('events.amazonaws.com', 'sns:Publish', TOPIC));
export const OTHERS_KEY_POLICY = whole(
  `{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${ACCOUNT}:root"},"Action":"kms:*","Resource":"*"}`,
);
export const SERVICES_KEY_POLICY = whole(
  allow('cloudtrail.amazonaws.com', 'kms:*'),
  allow('logs.us-east-1.amazonaws.com', 'kms:*'),
  allow('cloudwatch.amazonaws.com', 'kms:*'),
);
export const EC2_TRUST =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';

/** The chain of an account, as it was read of a live one. */
export const SOUND = {
  id: ACCOUNT,
  trails: [
    {
      ...place(TRAIL),
      name: 'events',
      arn: TRAIL,
      isOrganizationTrail: false,
      isMultiRegionTrail: true,
      isLogging: true,
      eventSelectors: undefined,
      advancedEventSelectors: undefined,
      logGroupArn: `${GROUP}:*`,
      deliveryRoleArn: ROLE,
      encryptionKey: KEY,
    },
  ],
  logGroups: [{ ...place(GROUP), name: 'events', arn: GROUP, logGroupClass: 'STANDARD', encryptionKey: KEY }],
  roles: [
    {
      ...place(ROLE),
      arn: ROLE,
      trustPolicy: policy(EC2_TRUST.replace('ec2', 'cloudtrail')),
      policies: [
        policy(
          `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"${GROUP}:*"}]}`,
        ),
      ],
      otherPolicies: [],
      permissionsBoundary: undefined,
    },
  ],
  metricFilters: [
    {
      ...place("events/it's a filter"),
      logGroupName: 'events',
      pattern: PATTERN,
      metricNamespace: 'Security',
      metricName: 'Changes',
      metricValue: '1',
      defaultValue: 0,
      unit: undefined,
      dimensions: [],
      applyOnTransformedLogs: false,
      fieldSelectionCriteria: undefined,
      emitSystemFieldDimensions: [],
    },
  ],
  alarms: [
    {
      ...place(ALARM),
      name: "it's an alarm",
      arn: ALARM,
      metric: {
        namespace: 'Security',
        name: 'Changes',
        dimensions: [],
        statistic: 'Sum',
        unit: undefined,
        account: undefined,
      },
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      threshold: 1,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      treatMissingData: 'notBreaching',
      actionsEnabled: true,
      alarmActions: [TOPIC],
      given: {
        AlarmName: "it's an alarm",
        AlarmDescription: 'ours',
        ActionsEnabled: true,
        OKActions: [TOPIC],
        AlarmActions: [TOPIC],
        MetricName: 'Changes',
        Namespace: 'Security',
        Statistic: 'Sum',
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: 'notBreaching',
        StateValue: 'OK',
      },
    },
  ],
  topics: [{ ...place(TOPIC), arn: TOPIC, isFifo: false, encryptionKey: KEY }],
  topicPolicies: [
    {
      ...place(TOPIC),
      topicArns: [TOPIC],
      document: policy(whole(allow('cloudwatch.amazonaws.com', 'sns:Publish', TOPIC))),
    },
  ],
  subscriptions: [
    {
      ...place(`${TOPIC}:1`),
      topicArn: TOPIC,
      protocol: 'email',
      endpoint: 'security@example.com',
      status: 'confirmed',
      filterPolicy: undefined,
      filterPolicyScope: 'MessageAttributes',
    },
  ],
  keys: [{ ...place(KEY), keyId: '1', arn: KEY, isEnabled: true, policy: policy(SERVICES_KEY_POLICY) }],
} satisfies AccountData;

type Kind = Exclude<keyof typeof SOUND, 'id'>;

/** The sound account with other values in the first resource of a kind. */
export function but(kind: Kind, values: object, data: AccountData = SOUND): AccountData {
  const [first, ...rest] = (data[kind] ?? []) as object[];
  return { ...data, [kind]: [{ ...first, ...values }, ...rest] };
}

/** An alarm as `describe-alarms` shows it with other settings. */
export function alarmBut(given: object, values: object): AccountData {
  return but('alarms', { ...values, given: { ...SOUND.alarms[0].given, ...given } });
}
