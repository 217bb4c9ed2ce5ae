import { accountOf, type Template } from './declared-account';

const ARN = 'arn:aws:sns:eu-central-1:111122223333:pager';
const OTHER_ARN = 'arn:aws:sns:eu-central-1:111122223333:other';
const one = (type: string, properties: object, more: object = {}): Template => ({
  Resources: { Tested: { Type: type, Properties: properties } },
  ...more,
});

describe('a metric filter', () => {
  const filters = (properties: object) =>
    accountOf(one('AWS::Logs::MetricFilter', { LogGroupName: '/audit', ...properties })).metricFilters(
      () => true,
    );
  const METRIC = { MetricNamespace: 'Ops', MetricName: 'Errors', MetricValue: '1' };

  test('is one for each transformation', () => {
    expect(
      filters({ FilterPattern: 'E', MetricTransformations: [METRIC, { ...METRIC, MetricName: 'Both' }] }).map(
        ({ metricName }) => metricName,
      ),
    ).toEqual(['Errors', 'Both']);
  });

  test('without quotes in YAML has a map in place of its pattern', () => {
    const [{ pattern, malformedPattern }] = filters({
      FilterPattern: { '$.eventName = X': null },
      MetricTransformations: [METRIC],
    });
    expect([pattern, malformedPattern]).toEqual([
      { unreadable: 'FilterPattern is not a text', placeholder: expect.any(String) },
      'it is not a text: in YAML a pattern that starts with "{" needs quotes',
    ]);
  });

  test('whose pattern comes from a parameter is not malformed', () => {
    const template = one(
      'AWS::Logs::MetricFilter',
      { LogGroupName: '/audit', FilterPattern: { Ref: 'P' }, MetricTransformations: [METRIC] },
      { Parameters: { P: { Type: 'String' } } },
    );
    expect(accountOf(template).metricFilters(() => true)[0].malformedPattern).toBeUndefined();
  });
});

describe('an alarm', () => {
  const alarms = (properties: object, metric: string) =>
    accountOf(
      one(
        'AWS::CloudWatch::Alarm',
        { EvaluationPeriods: 2, ...properties },
        { Parameters: { P: { Type: 'String' } } },
      ),
    ).alarmsOn(metric);
  const query = (given: object) => ({
    Id: 'm1',
    MetricStat: { Metric: { Namespace: 'Ops', MetricName: 'Errors' }, Period: 60, Stat: 'Sum' },
    ...given,
  });

  test('on one query is an alarm on its metric', () => {
    expect(alarms({ Metrics: [query({ AccountId: '444455556666' })] }, 'Errors')[0].metric).toEqual({
      namespace: 'Ops',
      name: 'Errors',
      dimensions: [],
      statistic: 'Sum',
      unit: undefined,
      account: '444455556666',
    });
  });

  test('on an expression is found by the metrics that it names, and by any where one could not be read', () => {
    const expression = { Id: 'e1', Expression: 'm1 * 2' };
    const hidden = {
      Id: 'm2',
      MetricStat: { Metric: { Namespace: 'Ops', MetricName: { Ref: 'P' } }, Period: 60, Stat: 'Sum' },
    };
    expect(alarms({ Metrics: [query({}), expression] }, 'Errors')).toHaveLength(1);
    expect(alarms({ Metrics: [query({}), expression] }, 'Logins')).toHaveLength(0);
    expect(alarms({ Metrics: [query({}), hidden, expression] }, 'Logins')).toHaveLength(1);
    expect(alarms({ Metrics: { Ref: 'P' } }, 'Logins')).toHaveLength(1);
  });

  test('on a query in PromQL may watch the metrics that the query names', () => {
    const onQuery = { EvaluationCriteria: { PromQLCriteria: { Query: 'sum({"Errors"}) > 0' } } };
    expect(alarms(onQuery, 'Logins')).toHaveLength(0);
    expect(alarms(onQuery, 'Errors').map(({ metric }) => metric)).toEqual([
      expect.objectContaining({ unreadable: 'the alarm watches a query over metrics' }),
    ]);
  });

  test('needs as many periods as it evaluates, where it does not say how many', () => {
    expect(alarms({ MetricName: 'Errors' }, 'Errors')[0].datapointsToAlarm).toBe(2);
    expect(alarms({ MetricName: 'Errors', DatapointsToAlarm: 1 }, 'Errors')[0].datapointsToAlarm).toBe(1);
  });
});

describe('a chat configuration', () => {
  test('listens to each of its topics', () => {
    const account = accountOf(
      one('AWS::Chatbot::SlackChannelConfiguration', { SnsTopicArns: [ARN, OTHER_ARN] }),
    );
    expect(
      [ARN, OTHER_ARN].map((arn) => account.subscriptions(arn).map(({ resource }) => resource.protocol)),
    ).toEqual([['chat'], ['chat']]);
  });

  test('whose topics come from a parameter may listen to any', () => {
    const template = one(
      'AWS::Chatbot::SlackChannelConfiguration',
      { SnsTopicArns: { Ref: 'P' } },
      { Parameters: { P: { Type: 'CommaDelimitedList' } } },
    );
    expect(
      accountOf(template)
        .subscriptions(ARN)
        .map(({ doubt }) => doubt?.unreadable),
    ).toEqual([expect.stringContaining('parameter')]);
  });
});

test('the events of a SAM function are subscriptions of their own topics, each with its filter policy', () => {
  const events = {
    Ring: { Type: 'SNS', Properties: { Topic: ARN, FilterPolicy: { severity: ['high'] } } },
    Other: { Type: 'SNS', Properties: { Topic: OTHER_ARN } },
    Api: { Type: 'Api', Properties: { Path: '/', Method: 'get' } },
  };
  const account = accountOf(one('AWS::Serverless::Function', { FunctionName: 'notify', Events: events }));
  expect(
    [ARN, OTHER_ARN].map((arn) => account.subscriptions(arn).map(({ resource }) => resource.filterPolicy)),
  ).toEqual([[{ severity: ['high'] }], [undefined]]);
});

describe('a topic', () => {
  test('that is a FIFO topic says so', () => {
    const account = accountOf(one('AWS::SNS::Topic', { TopicName: 'pager.fifo', FifoTopic: true }));
    expect(account.topics(`${ARN}.fifo`).map(({ resource }) => resource.isFifo)).toEqual([true]);
  });

  test('with subscriptions inside that could not be read says so', () => {
    const subscription = { Protocol: 'https', Endpoint: 'https://a.example' };
    const inline = { 'Fn::If': ['C', [subscription], { Ref: 'AWS::NoValue' }] };
    const account = accountOf(
      one(
        'AWS::SNS::Topic',
        { TopicName: 'pager', Subscription: inline },
        {
          Parameters: { P: { Type: 'String' } },
          Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
        },
      ),
    );
    expect(account.topics(ARN)[0].resource.unreadSubscriptions?.unreadable).toBe(
      'it depends on the condition "C"',
    );
    expect(account.subscriptions(ARN)).toEqual([]);
  });
});

test('a policy of a role under a condition, or of a role that could not be read, decides nothing', () => {
  const statement = { Effect: 'Allow', Action: 'logs:*', Resource: '*' };
  const policy = (given: object) => ({
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName: 'p', PolicyDocument: { Statement: [statement] }, ...given },
  });
  const account = accountOf({
    Parameters: { P: { Type: 'String' } },
    Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'writer', AssumeRolePolicyDocument: {} } },
      Maybe: { ...policy({ Roles: ['writer'] }), Condition: 'C' },
      OfParameter: policy({ Roles: [{ Ref: 'P' }] }),
      OfAnother: policy({ Roles: ['reader'] }),
    },
  });
  const [{ resource }] = account.roles('arn:aws:iam::111122223333:role/writer');
  const reasons = resource.policies.map((document) =>
    'statements' in document
      ? document.statements.map((each) => ('conditions' in each ? Object.values(each.conditions) : each))
      : document,
  );
  expect(JSON.stringify(reasons)).toContain('it depends on the condition \\"C\\"');
  expect(JSON.stringify(reasons)).toContain('parameter');
  expect(reasons).toHaveLength(2);
});

test('managed policies that are not part of the evidence are named', () => {
  const account = accountOf(
    one('AWS::IAM::Role', {
      RoleName: 'writer',
      AssumeRolePolicyDocument: {},
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      PermissionsBoundary: 'arn:aws:iam::111122223333:policy/b',
    }),
  );
  const [{ resource }] = account.roles('arn:aws:iam::111122223333:role/writer');
  expect([resource.otherPolicies, resource.permissionsBoundary]).toEqual([
    ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    'arn:aws:iam::111122223333:policy/b',
  ]);
});
