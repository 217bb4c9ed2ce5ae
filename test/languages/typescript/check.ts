import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { App } from 'aws-cdk-lib';
import { CASES, MISTAKES } from './cases';
import { readAssembly, type Synthesized } from './read-assembly';

/** What the user has to read, spelled out here and only here: the other languages are compared with TypeScript. */
const EMAIL_ONLY =
  '/Security/NaclChanges/Alarm WARNING Only email is subscribed: each address must confirm by hand before it is told anything, and one click ends it for good; add a queue, a function, a chat channel or an HTTPS endpoint. [ack: annotation::cdk-nacl-change-monitor:email-only]';
const IMPORTED_TOPIC =
  '/Security/NaclChanges WARNING The policy of the imported topic Security/Topic cannot be extended from here: see that it allows cloudwatch.amazonaws.com sns:Publish. [ack: annotation::cdk-nacl-change-monitor:imported-topic-policy]';
const NO_CHAIN =
  'No sound chain in account 444455556666 reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 1 of 8, trail-all-regions: there is no trail.';
const NO_CHAIN_IN_STACK =
  'No sound chain in stack Network reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 1 of 8, trail-all-regions: there is no trail.';
const REMEDY =
  "add new NaclChangeMonitor(this, 'NaclChanges', { subscriptions: [new EmailSubscription('security@example.com')] })";

const WANTED: Record<string, { stacks: string[]; messages: string[]; report?: unknown }> = {
  default: { stacks: ['Security'], messages: [EMAIL_ONLY] },
  'bring-your-own-log-group': { stacks: ['Security'], messages: [IMPORTED_TOPIC] },
  'trail-options': { stacks: ['Security'], messages: [] },
  'require-monitor': {
    stacks: ['Sandbox', 'Security', 'Workload'],
    messages: [
      `/Workload WARNING ${NO_CHAIN} Fix: ${REMEDY}. [ack: annotation::cdk-nacl-change-monitor:trail-all-regions]`,
    ],
  },
  'require-monitor-in-every-stack': {
    stacks: ['Network', 'Sandbox', 'Security', 'Workload'],
    messages: [
      `/Network ERROR ${NO_CHAIN_IN_STACK} Fix: ${REMEDY}. (annotation::cdk-nacl-change-monitor:trail-all-regions)`,
    ],
  },
  validator: {
    stacks: ['Sandbox', 'Security', 'Workload'],
    messages: [],
    report: {
      version: '54.0.0',
      title: 'Validation Report',
      pluginReports: [
        {
          pluginName: 'cdk-nacl-change-monitor',
          pluginVersion: '0.0.0',
          conclusion: 'success',
          violations: [
            {
              ruleName: 'trail-all-regions',
              description: NO_CHAIN,
              suggestedFix: REMEDY,
              severity: 'warning',
              violatingConstructs: [
                { constructPath: 'Workload', constructFqn: 'aws-cdk-lib.Stack', libraryVersion: '2.261.0' },
              ],
            },
          ],
        },
      ],
    },
  },
};

const ERRORS: Record<string, string> = {
  'nobody-is-told':
    'Security/NaclChanges: nobody would hear the alarm: pass subscriptions, such as one of an email address, or a topic that has some.',
  'account-of-four-digits': 'coveredAccounts: "4444" is not an account id: give its twelve digits.',
};

const cases: Record<string, Synthesized> = {};

for (const [name, build] of Object.entries(CASES)) {
  test(name, () => {
    const outdir = mkdtempSync(join(tmpdir(), 'cdk.out-'));
    const app = new App({ outdir });
    build(app);
    app.synth();

    const synthesized = readAssembly(outdir);
    const { stacks, messages, report = null } = WANTED[name];
    assert.deepEqual(Object.keys(synthesized.templates).sort(), stacks);
    assert.deepEqual(synthesized.messages, messages);
    assert.deepEqual(synthesized.report, report);
    cases[name] = synthesized;
  });
}

for (const [name, build] of Object.entries(MISTAKES)) {
  test(name, () => {
    assert.throws(() => build(new App()), { name: 'Error', message: ERRORS[name] });
  });
}

test('what the other languages are compared with is written', () => {
  assert.deepEqual(Object.keys(cases), Object.keys(WANTED));
  assert.deepEqual(Object.keys(MISTAKES), Object.keys(ERRORS));
  const { EXPECTED = 'expected.json' } = process.env;
  writeFileSync(EXPECTED, JSON.stringify({ cases, errors: ERRORS }, undefined, 1));
});
