import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Emulator } from '../../emulator/emulator';
import { until } from '../../emulator/until';
import { findPython } from '../../python/find-python';
import { describeOnEmulator } from './describe-on-emulator';

const REPOSITORY = `${__dirname}/../..`;
const START_AND_STAY = `
  require('${__dirname}/../../emulator/emulator').Emulator.start().then((emulator) => {
    console.log(JSON.stringify([emulator.aws.endpoint, emulator.folder]));
    setInterval(() => {}, 1000);
  });`;

const isUp = (endpoint: string) =>
  fetch(`${endpoint}/_ministack/health`).then(
    () => true,
    () => false,
  );

describeOnEmulator('the emulator', (emulator) => {
  const endpointOf = (one: Emulator) => one.aws.endpoint ?? '';

  test('answers on the loopback address', async () => {
    expect(endpointOf(emulator())).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await emulator().aws.run('sts', 'get-caller-identity')).Account).toBe('123456789012');
  });

  test('keeps accounts apart', async () => {
    const [one, other] = ['111111111111', '222222222222'].map((account) => emulator().aws.inAccount(account));
    await one.run('sns', 'create-topic', '--name', 'alerts');
    expect((await one.run('sns', 'list-topics')).Topics).toHaveLength(1);
    expect((await other.run('sns', 'list-topics')).Topics).toHaveLength(0);
  });

  test('refuses a pattern that CloudWatch Logs refuses', async () => {
    await emulator().aws.run('logs', 'create-log-group', '--log-group-name', '/patterns');
    const filter = ['put-metric-filter', '--log-group-name', '/patterns', '--filter-name', 'broken'];
    const pattern = ['--filter-pattern', '{ ($.eventName = CreateNetworkAcl }'];
    const metric = ['--metric-transformations', 'metricName=a,metricNamespace=b,metricValue=1'];
    await expect(emulator().aws.run('logs', ...filter, ...pattern, ...metric)).rejects.toThrow(
      /InvalidParameterException.*Invalid metric filter pattern/,
    );
  });

  test('is gone when it was stopped, and its files too', async () => {
    const another = await Emulator.start();
    expect(await isUp(endpointOf(another))).toBe(true);
    await another.stop();
    expect(await isUp(endpointOf(another))).toBe(false);
    expect(existsSync(another.folder)).toBe(false);
    await expect(another.aws.run('sts', 'get-caller-identity')).rejects.toThrow(/its process has ended/);
  });

  test('ends when the process that started it is killed', async () => {
    const load = ['-r', 'ts-node/register/transpile-only', '-e', START_AND_STAY];
    const env = { ...process.env, TS_NODE_PROJECT: 'tsconfig.dev.json' };
    const starter = spawn('node', load, { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(createInterface(starter.stdout), 'line');
    const [endpoint, folder] = JSON.parse(line);
    expect(await isUp(endpoint)).toBe(true);
    starter.kill('SIGKILL');
    await until('the emulator ends', 10, 0.1, async () => !(await isUp(endpoint)));
    expect(existsSync(folder)).toBe(false);
  });
});

describe('without Python', () => {
  test('says what is missing', () => {
    expect(findPython({ PYTHON: '/nonexistent' })).toEqual({
      missing: 'Python 3.11 or newer is needed, and /nonexistent with the module venv was not found',
    });
  });
});
