import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { type CloudFormationTemplate, DeployedStack } from '../../emulator/deploy';
import type { Case } from '../fault-matrix/case';
import { FAULTS, SOUND } from '../fault-matrix/cases';
import { NOT_HELD } from '../fault-matrix/not-held';
import { NOT_MENDED } from '../fault-matrix/not-mended';
import { applyPlan, targetsOf } from './apply-plan';
import { describeOnEmulator } from './describe-on-emulator';
import { runLive } from './live';
import { changedIn, snapshot } from './snapshot';

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

const isFault = ({ expected }: Case) => expected.startsWith('FAIL');
const NOT_HELD_IDS = NOT_HELD.flatMap(({ ids }) => ids);
const NOT_MENDED_IDS = NOT_MENDED.flatMap(({ ids }) => ids);
const CASES = [...FAULTS, ...SOUND];
const HELD = CASES.filter(({ id }) => !NOT_HELD_IDS.includes(id));

// What an app leaves open, a deployed account decides: those cases have no verdict to compare.
describeOnEmulator('the fault matrix, deployed and audited', (emulator) => {
  const aws = () => emulator().aws.inAccount(ACCOUNT).inRegion(REGION);

  const verdictOf = async (one: Case): Promise<string> => {
    await fetch(`${emulator().aws.endpoint}/_ministack/reset`, { method: 'POST' });
    for (const bucket of ['log-archive', 'old-archive']) {
      await emulator().aws.inAccount(ACCOUNT).run('s3api', 'create-bucket', '--bucket', bucket);
    }
    const stacks = stacksOf(one);
    for (const { name, account, region, template } of stacks) {
      await new DeployedStack(emulator().aws.inAccount(account).inRegion(region), name).create(template);
    }
    return audited(stacks.map(({ account }) => account));
  };

  const audited = async (ids: readonly string[]): Promise<string> => {
    const roles = [...new Set(ids)].flatMap((id) => ['--role-arn', `arn:aws:iam::${id}:role/Auditor`]);
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

  const planned = async () => {
    const args = ['plan', '--email', 'security@example.com', '--format', 'json'];
    const { stdout, stderr } = await runLive(emulator(), ACCOUNT, args, REGION);
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  };

  test.each(HELD.filter((one) => !isFault(one) || NOT_MENDED_IDS.includes(one.id)))(
    '$id: the audit says what the template says',
    async (one) => {
      expect(await verdictOf(one)).toBe(one.expected);
    },
  );

  test.each(HELD.filter((one) => isFault(one) && !NOT_MENDED_IDS.includes(one.id)))(
    '$id: the audit says what the template says, and the plan mends it and changes nothing else',
    async (one) => {
      expect(await verdictOf(one)).toBe(one.expected);
      const before = await snapshot(aws());
      const plan = await planned();
      expect([plan.now, plan.after]).toEqual(['FAIL', 'PASS']);
      await applyPlan(aws(), plan);
      expect(await audited([ACCOUNT])).toBe('PASS');
      const changed = changedIn(before, await snapshot(aws()));
      expect(changed.filter((id) => !targetsOf(plan).includes(id))).toEqual([]);
    },
  );

  test.each(FAULTS.filter(({ id }) => NOT_MENDED_IDS.includes(id)))(
    '$id: it is still not mended',
    async (one) => {
      await verdictOf(one);
      expect((await planned()).after).not.toBe('PASS');
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
