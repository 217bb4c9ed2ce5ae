import type { Account } from '../../src/evidence/account';
import { type AccountData, accountsOf } from '../../src/evidence/account-data';
import type { Key, KeyAlias } from '../../src/evidence/resource-model';
import type { Field } from '../../src/field/field';
import {
  ALARM,
  accountData,
  COMPOSITE_ALARM,
  FILTER,
  HIDDEN,
  KEY,
  KEY_ALIAS,
  TOPIC,
} from '../audit/sound-account';

const PLACE = { account: '111122223333', region: 'eu-central-1' };

function account(more: Partial<AccountData>, ...others: AccountData[]): Account {
  return accountsOf([accountData({ more }), ...others])[0];
}

describe('a key', () => {
  const far: Key = {
    ...KEY,
    origin: { path: 'Far/Key' },
    region: 'us-east-1',
    keyId: 'ffff',
    arn: 'arn:aws:kms:us-east-1:111122223333:key/ffff',
  };
  const farAlias: KeyAlias = { ...KEY_ALIAS, region: 'us-east-1', targetKey: 'ffff' };
  const others: Key = {
    ...KEY,
    origin: { path: 'Other/Key' },
    account: '444455556666',
    keyId: 'eeee',
    arn: 'arn:aws:kms:eu-central-1:444455556666:key/eeee',
  };
  const neighbour: AccountData = {
    id: '444455556666',
    keys: [others],
    keyAliases: [{ ...KEY_ALIAS, account: '444455556666', targetKey: 'eeee' }],
  };
  const found = (reference: Field<string>) =>
    account({ keys: [KEY, far], keyAliases: [KEY_ALIAS, farAlias] }, neighbour)
      .keys(reference, PLACE)
      .map(({ resource, doubt }) => [resource.origin.path, ...(doubt ? [doubt.unreadable] : [])]);

  test.each<[string, Field<string>, string[][]]>([
    ['its id', '0a1b2c3d', [['Logging/Key']]],
    ['its ARN', 'arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d', [['Logging/Key']]],
    ['an alias, which means one of the same account and region', 'alias/audit', [['Logging/Key']]],
    ['the ARN of an alias', 'arn:aws:kms:eu-central-1:111122223333:alias/audit', [['Logging/Key']]],
    [
      'the ARN of an alias of another region',
      'arn:aws:kms:us-east-1:111122223333:alias/audit',
      [['Far/Key']],
    ],
    [
      'the ARN of an alias of another account',
      'arn:aws:kms:eu-central-1:444455556666:alias/audit',
      [['Other/Key']],
    ],
    ['its ARN in another account', 'arn:aws:kms:eu-central-1:444455556666:key/eeee', [['Other/Key']]],
    ['its ARN in another region', 'arn:aws:kms:us-east-1:111122223333:key/ffff', [['Far/Key']]],
    ['an id of another region, which means none here', 'ffff', []],
    ['an id of another account, which means none here', 'eeee', []],
    ['an alias that is not there', 'alias/other', []],
    [
      'the ARN of an alias of an account outside of the evidence',
      'arn:aws:kms:eu-central-1:777788889999:alias/audit',
      [],
    ],
    ['what could not be read', HIDDEN, [['Logging/Key', 'it comes from a parameter']]],
  ])('is found by %s', (_, reference, expected) => {
    expect(found(reference)).toEqual(expected);
  });

  test('is called by its alias', () => {
    expect(account({}).aliasesOf(KEY)).toEqual(['alias/audit']);
    expect(account({ keyAliases: [{ ...KEY_ALIAS, targetKey: '0a1b2c3d' }] }).aliasesOf(KEY)).toEqual([
      'alias/audit',
    ]);
    expect(account({ keyAliases: [farAlias] }).aliasesOf(KEY)).toEqual([]);
  });
});

describe('the filters that feed a metric', () => {
  const metric = { namespace: 'Audit', name: 'AclEdits', region: 'eu-central-1' };
  test.each<[string, Partial<typeof FILTER>, (string | undefined)[]]>([
    ['are found whatever they count', { pattern: 'ERROR' }, [undefined]],
    ['are found whatever log group they read', { logGroupName: '/app' }, [undefined]],
    ['are not those of another metric', { metricName: 'Logins' }, []],
    ['are not those of another namespace', { metricNamespace: 'Ops' }, []],
    ['are not those of another region', { region: 'us-east-1' }, []],
    ['may be those whose metric could not be read', { metricName: HIDDEN }, ['it comes from a parameter']],
    [
      'may be those whose namespace could not be read',
      { metricNamespace: HIDDEN },
      ['it comes from a parameter'],
    ],
    [
      'may be those of a region that is known on deployment',
      { region: '${AWS::Region}' },
      ['${AWS::Region} depends on where the stack is deployed'],
    ],
  ])('%s', (_, given, expected) => {
    const answers = account({ metricFilters: [{ ...FILTER, ...given }] }).metricFiltersFeeding(metric);
    expect(answers.map(({ doubt }) => doubt?.unreadable)).toEqual(expected);
  });
});

describe('the alarms on a metric', () => {
  const computed = {
    unreadable: 'the alarm watches an expression over metrics',
    placeholder: '${expression}',
  };
  test.each<[string, Partial<typeof ALARM>, number]>([
    ['are those that name it', {}, 1],
    [
      'are not those on another one',
      { metric: { ...(ALARM.metric as object), name: 'Logins' } as typeof ALARM.metric },
      0,
    ],
    ['may be those whose metric could not be read', { metric: HIDDEN }, 1],
    ['are those that compute with it', { metric: computed, expression: '[{"MetricName":"AclEdits"}]' }, 1],
    [
      'are not those that compute with others',
      { metric: computed, expression: '[{"MetricName":"Logins"}]' },
      0,
    ],
  ])('%s', (_, given, expected) => {
    expect(account({ alarms: [{ ...ALARM, ...given }] }).alarmsOn('AclEdits')).toHaveLength(expected);
  });
});

describe('the composite alarms above an alarm', () => {
  const above = (rule: Field<string>, ...others: Partial<typeof COMPOSITE_ALARM>[]) =>
    account({
      compositeAlarms: [
        { ...COMPOSITE_ALARM, rule },
        ...others.map((given) => ({ ...COMPOSITE_ALARM, ...given })),
      ],
    })
      .compositeAlarmsAbove(ALARM)
      .map(({ name }) => name);

  test.each<[string, Field<string>, string[]]>([
    ['quotes', 'ALARM("acl-edited")', ['any-edited']],
    ['no quotes', 'OK( acl-edited )', ['any-edited']],
    ['an ARN', 'ALARM("arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acl-edited")', ['any-edited']],
    ['a function that counts', 'AT_LEAST(1, ALARM, ("route-edited", "acl-edited"))', ['any-edited']],
    ['a rule that could not be read', HIDDEN, ['any-edited']],
    [
      'a region that is known on deployment',
      'ALARM("arn:aws:cloudwatch:${AWS::Region}:111122223333:alarm:acl-edited")',
      ['any-edited'],
    ],
    ['another name', 'ALARM("route-edited")', []],
    ['a name that only starts alike', 'ALARM(acl-edited-twice)', []],
    ['no name', 'TRUE', []],
  ])('are found by %s', (_, rule, expected) => {
    expect(above(rule)).toEqual(expected);
  });

  test('are found through others, and once where they refer to each other', () => {
    expect(above('ALARM(acl-edited) OR ALARM(top)', { name: 'top', rule: 'ALARM(any-edited)' })).toEqual([
      'any-edited',
      'top',
    ]);
  });
});

describe('what is in another account of the app', () => {
  const arn = 'arn:aws:sns:eu-central-1:444455556666:central';
  const neighbour: AccountData = {
    id: '444455556666',
    topics: [
      { ...TOPIC, account: '444455556666', arn },
      { ...TOPIC, account: '444455556666', arn: HIDDEN },
    ],
  };

  test('is found where it is named', () => {
    expect(
      account({}, neighbour)
        .topics(arn)
        .map(({ resource }) => resource.arn),
    ).toEqual([arn]);
  });

  test('is not looked for where the name could not be read', () => {
    const other = { unreadable: 'it comes from a parameter', placeholder: '${Other}' };
    expect(account({ topics: [] }, neighbour).topics(other)).toEqual([]);
  });

  test('is not found twice where both are one account', () => {
    expect(account({}).topics('arn:aws:sns:eu-central-1:111122223333:security-pager')).toHaveLength(1);
  });

  test('is no trail or filter of this one', () => {
    const bare = account({ trails: [], metricFilters: [] }, { ...accountData(), id: '444455556666' });
    expect([bare.trails, bare.metricFilters(() => true)]).toEqual([[], []]);
  });
});
