import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { type CloudFormationTemplate, DeployedStack } from '../../emulator/deploy';
import type { Case } from '../fault-matrix/case';
import { FAULTS, SOUND } from '../fault-matrix/cases';
import { NOT_HELD } from '../fault-matrix/not-held';
import { describeOnEmulator } from './describe-on-emulator';
import { runLive } from './live';

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';

interface Stack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: CloudFormationTemplate;
}

function stacksOf({ build }: Case): Stack[] {
  const outdir = mkdtempSync(join(tmpdir(), 'fault-matrix-'));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    build(app);
    return app.synth().stacksRecursively.map(({ stackName: name, environment, template }) => ({
      name,
      account: /^\d{12}$/.test(environment.account) ? environment.account : ACCOUNT,
      region: environment.region.startsWith('unknown') ? REGION : environment.region,
      template,
    }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const NOT_HELD_IDS = NOT_HELD.flatMap(({ ids }) => ids);
const CASES = [...FAULTS, ...SOUND];

// What an app leaves open, a deployed account decides: those cases have no verdict to compare.
describeOnEmulator('the fault matrix, deployed and audited', (emulator) => {
  const verdictOf = async (one: Case): Promise<string> => {
    await fetch(`${emulator().aws.endpoint}/_ministack/reset`, { method: 'POST' });
    for (const bucket of ['log-archive', 'old-archive']) {
      await emulator().aws.inAccount(ACCOUNT).run('s3api', 'create-bucket', '--bucket', bucket);
    }
    const stacks = stacksOf(one);
    for (const { name, account, region, template } of stacks) {
      await new DeployedStack(emulator().aws.inAccount(account).inRegion(region), name).create(template);
    }
    const roles = [...new Set(stacks.map(({ account }) => account))].flatMap((account) => [
      '--role-arn',
      `arn:aws:iam::${account}:role/Auditor`,
    ]);
    const { stdout, stderr } = await runLive(
      emulator(),
      ACCOUNT,
      ['audit', ...roles, '--format', 'json'],
      REGION,
    );
    if (!stdout) return stderr;
    const accounts: { account: string; outcome: string; link: number; check: string }[] =
      JSON.parse(stdout).accounts;
    return accounts
      .filter(({ account }) => account === ACCOUNT)
      .map(({ outcome, link, check }) => (outcome === 'PASS' ? 'PASS' : `${outcome} at ${link} ${check}`))
      .join();
  };

  test.each(CASES.filter(({ id }) => !NOT_HELD_IDS.includes(id)))(
    '$id: the audit says what the template says',
    async (one) => {
      expect(await verdictOf(one)).toBe(one.expected);
    },
  );

  test.each(CASES.filter(({ id }) => NOT_HELD_IDS.includes(id)))('$id: it is still not held', async (one) => {
    const verdict = await verdictOf(one).catch((error: Error) => error.message);
    expect(verdict).not.toBe(one.expected);
  });

  test('what is not held is a case of the matrix, once', () => {
    const ids = CASES.map(({ id }) => id);
    expect(NOT_HELD_IDS.filter((id, i) => !ids.includes(id) || NOT_HELD_IDS.indexOf(id) !== i)).toEqual([]);
  });
});
