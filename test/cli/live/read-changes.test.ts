import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { Collected } from '../../../cli/src/changes/collected';
import { CallError } from '../../../cli/src/live/calls';
import { readChanges } from '../../../cli/src/live/read-changes';
import type { Session } from '../../../cli/src/live/session';

const ACCOUNT = '111122223333';
const CHANGES = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
];
const HISTORY = "CloudTrail's event history of us-east-1 only";
const GROUP = 'the log group events in us-east-1';

const trail = (account: string, groupAccount: string | undefined, isOrganization = false) => ({
  Name: 'all',
  TrailARN: `arn:aws:cloudtrail:us-east-1:${account}:trail/all`,
  HomeRegion: 'us-east-1',
  IsMultiRegionTrail: true,
  IsOrganizationTrail: isOrganization,
  ...(groupAccount && {
    CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${groupAccount}:log-group:events:*`,
  }),
});

const record = (digit: string | undefined, eventName = 'DeleteNetworkAcl') =>
  JSON.stringify({
    eventID: digit && `00000000-0000-4000-8000-00000000000${digit}`,
    eventName,
    eventTime: new Date().toISOString(),
  });

type Page = { readonly records?: readonly string[]; readonly error?: string };

/** What is collected of an account that answers with these pages: of each, or of each event name. */
async function collectedOf(
  trails: readonly object[],
  pagesOf: (eventName: string | undefined) => readonly Page[],
  { since = 1, isRegionAsked = false } = {},
) {
  const asked: string[] = [];
  const paged = (name: string | undefined, token: string | undefined) => {
    const pages = pagesOf(name);
    const at = Number(token ?? 0);
    asked.push(`${name ?? 'group'} ${at}`);
    const { records, error } = pages[at] ?? {};
    if (error) throw new CallError('some:Call', 'us-east-1', error, 'no');
    return [records, at + 1 < pages.length ? String(at + 1) : undefined] as const;
  };
  const send = async (command: { readonly input: any; readonly constructor: { readonly name: string } }) => {
    const { input } = command;
    switch (command.constructor.name) {
      case 'DescribeTrailsCommand':
        return { trailList: trails };
      case 'GetTrailStatusCommand':
        return { IsLogging: true };
      case 'LookupEventsCommand': {
        const [records, NextToken] = paged(input.LookupAttributes[0].AttributeValue, input.NextToken);
        return { Events: records?.map((CloudTrailEvent) => ({ CloudTrailEvent })), NextToken };
      }
      case 'FilterLogEventsCommand': {
        const [records, nextToken] = paged(undefined, input.nextToken);
        return { events: records?.map((message) => ({ message })), nextToken };
      }
      default:
        return {};
    }
  };
  const clients = [CloudTrailClient, CloudWatchLogsClient].map((type) =>
    Object.assign(new type({ region: 'us-east-1' }), { send }),
  );
  const client = (type: unknown) => clients.find((one) => one instanceof (type as typeof CloudTrailClient));
  const session = { account: ACCOUNT, region: 'us-east-1', client } as unknown as Session;
  const from = new Date(Date.now() - since * 86_400_000);
  const collected = new Collected('none', from);
  await readChanges(session, from, isRegionAsked, collected);
  const { total, read, notRead } = collected;
  return { total, read, notRead, asked };
}

const OWN = [trail(ACCOUNT, ACCOUNT)];
const PAGES: Page[] = [
  { records: [record('1')] },
  { records: [] },
  {},
  { records: [record('2'), record('3')] },
];

test('the log group is read to its last page, past those without events', async () => {
  expect(await collectedOf(OWN, () => PAGES)).toEqual({
    total: 3,
    read: [GROUP],
    notRead: [],
    asked: ['group 0', 'group 1', 'group 2', 'group 3'],
  });
});

test('a page of the log group that fails keeps what came before, and is told', async () => {
  const pages = [PAGES[0], { error: 'ThrottlingException' }, PAGES[3]];
  expect(await collectedOf(OWN, () => pages)).toMatchObject({
    total: 1,
    read: [],
    notRead: [
      `${GROUP}, from its start or from some page on: some:Call in us-east-1 failed (ThrottlingException)`,
    ],
  });
});

test('the event history is read to its last page for each event name, past those without events', async () => {
  const pagesOf = (name?: string) =>
    name === 'ReplaceNetworkAclEntry' ? PAGES : [{ records: [record(name)] }];
  const { asked, ...found } = await collectedOf([], pagesOf, { isRegionAsked: true });
  expect(found).toEqual({ total: 8, read: [HISTORY], notRead: [] });
  expect(asked.sort()).toEqual(
    [...CHANGES.map((name) => `${name} 0`), ...[1, 2, 3].map((at) => `ReplaceNetworkAclEntry ${at}`)].sort(),
  );
});

test('a page of the event history that fails is told, with the name', async () => {
  const pagesOf = (name?: string) =>
    name === 'DeleteNetworkAcl' ? [PAGES[0], { error: 'AccessDenied' }] : [{ records: [] }];
  expect(await collectedOf([], pagesOf, { isRegionAsked: true })).toMatchObject({
    total: 1,
    read: [HISTORY],
    notRead: [
      "CloudTrail's event history of us-east-1, DeleteNetworkAcl: some:Call is not allowed in us-east-1 (AccessDenied)",
    ],
  });
});

test('a record that two trails wrote is one change, and one without an id is always one', async () => {
  const both = [record('1'), record('2'), record('1'), record(undefined), record(undefined)];
  expect(await collectedOf(OWN, () => [{ records: both }, { records: [record('2')] }])).toMatchObject({
    total: 4,
  });
});

test.each([
  [
    'the trail of its organization',
    trail('444455556666', '444455556666', true),
    'account 444455556666, whose organization trail "all" records this account',
  ],
  [
    'a trail of its own',
    trail(ACCOUNT, '444455556666'),
    'account 444455556666, to whose log group trail "all" delivers',
  ],
])('an account of which %s has its log group elsewhere is told where to ask', async (_, one, where) => {
  expect(await collectedOf([one], () => [], { since: 100 })).toMatchObject({
    read: [HISTORY],
    notRead: [
      `the event history of all other regions: give --region for one of them, or --role-arn of a role in ${where}`,
      `what is older than 90 days: the event history does not have it; give --role-arn of a role in ${where}`,
    ],
  });
});

test('an account that has a log group of its own is not sent away', async () => {
  const both = [trail('444455556666', '444455556666', true), ...OWN];
  expect(await collectedOf(both, () => PAGES)).toMatchObject({ read: [GROUP], notRead: [] });
});

test('an id that was written over is no id: what carries it is counted', async () => {
  const redacted = JSON.stringify({
    eventID: 'REDACTED',
    eventName: 'DeleteNetworkAcl',
    eventTime: new Date().toISOString(),
  });
  expect(await collectedOf(OWN, () => [{ records: [redacted, redacted] }])).toMatchObject({ total: 2 });
});
