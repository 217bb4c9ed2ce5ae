import { type Account, CHANGES } from '../account';

/** One chain that holds from end to end. Each part has a name of its own, so that joining the wrong two shows. */
export function soundAccount(): Account {
  return {
    knownEnvironment: true,
    groups: [{ id: 'Events', infrequentAccess: false }],
    keys: [],
    roles: [{ id: 'Writer', grants: [writesTo('Events')] }],
    trails: [
      {
        id: 'Audit',
        present: true,
        logging: true,
        multiRegion: true,
        organization: false,
        selectors: { kind: 'none' },
        group: 'Events',
        role: 'Writer',
      },
    ],
    filters: [
      {
        id: 'Count',
        present: true,
        group: 'Events',
        pattern: { kind: 'changes', of: CHANGES },
        metric: { namespace: 'Security', name: 'AclChanges' },
        value: 1,
        defaultValue: undefined,
        dimensions: false,
      },
    ],
    alarms: [alarmOn('Bell', 'AclChanges', ['Shout'])],
    composites: [],
    topics: [{ id: 'Shout', fifo: false, key: undefined }],
    topicPolicies: [],
    queues: [],
    functions: [],
    subscriptions: [{ id: 'Ear', present: true, topic: 'Shout', endpoint: 'https' }],
    chats: [],
  };
}

export function writesTo(group: string): Account['roles'][number]['grants'][number] {
  return { effect: 'Allow', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], on: 'the group', group };
}

export function alarmOn(id: string, metricName: string, actions: string[]): Account['alarms'][number] {
  return {
    id,
    present: true,
    nonAsciiName: false,
    metric: { namespace: 'Security', name: metricName },
    dimensions: false,
    statistic: 'Sum',
    operator: 'GreaterThanOrEqualToThreshold',
    threshold: 1,
    period: 300,
    evaluationPeriods: 1,
    missingData: 'notBreaching',
    actionsEnabled: true,
    actions,
  };
}
