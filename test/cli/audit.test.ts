import { run } from './terminal';

const ROLE = 'arn:aws:iam::111122223333:role/Auditor';

/** None of these gets as far as AWS. */
test.each<[string[], string]>([
  [['somewhere'], '"somewhere" means nothing here: see "nacl-change-monitor audit --help"'],
  [['--organization'], '--organization needs --role-name NAME, the role that each account has for audits'],
  [
    ['--organization', '--role-name', 'Auditor', '--role-arn', ROLE],
    '--role-arn and --organization exclude each other: give one of them',
  ],
  [['--role-name', 'Auditor'], '--role-name goes with --organization'],
  [['--exclude', '111122223333'], '--exclude goes with --organization'],
  [
    ['--organization', '--role-name', 'Auditor', '--accounts', '111122223333,1234'],
    '"1234" is no account: give the twelve digits to --accounts',
  ],
  [
    ['--role-arn', 'Auditor'],
    '"Auditor" is no role: give its ARN, such as arn:aws:iam::111122223333:role/Auditor',
  ],
  [['--concurrency', '0'], '--concurrency takes a number of accounts, 1 to 999'],
  [['--concurrency', 'many'], '--concurrency takes a number of accounts, 1 to 999'],
  [['--covered', '111122223333'], 'say who monitors account 111122223333: 111122223333=REASON'],
])('%j is told in a sentence and exits with 2', async (args, expected) => {
  expect(await run(['audit', ...args])).toEqual({
    status: 2,
    stdout: '',
    stderr: `nacl-change-monitor: ${expected}.\n`,
  });
});

describe('without anything of AWS', () => {
  const before = { ...process.env };
  beforeAll(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
    process.env.AWS_CONFIG_FILE = '/dev/null';
    process.env.AWS_SHARED_CREDENTIALS_FILE = '/dev/null';
    process.env.AWS_EC2_METADATA_DISABLED = 'true';
  });
  afterAll(() => {
    process.env = before;
  });

  test('no region is told', async () => {
    const { status, stderr } = await run(['audit']);
    expect([status, stderr]).toEqual([
      2,
      'nacl-change-monitor: no region is known: give --region, or set AWS_REGION.\n',
    ]);
  });

  test('no credentials are told', async () => {
    const { status, stderr } = await run(['audit', '--region', 'eu-west-1']);
    expect([status, stderr]).toEqual([
      2,
      'nacl-change-monitor: no AWS credentials were found: sign in, set AWS_PROFILE or give --profile, or set the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.\n',
    ]);
  });

  test('a profile that is not there is told', async () => {
    const { status, stderr } = await run(['audit', '--region', 'eu-west-1', '--profile', 'nobody']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('no AWS credentials were found')]);
  });

  test('an address that does not answer is told', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'x';
    process.env.AWS_SECRET_ACCESS_KEY = 'x';
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
    const { status, stderr } = await run(['audit', '--region', 'eu-west-1']);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('could not be asked of AWS (ECONNREFUSED)'),
    ]);
  }, 60_000); // it is tried again some times
});
