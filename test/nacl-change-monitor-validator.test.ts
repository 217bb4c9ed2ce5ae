import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stack, Validations } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import {
  type ChainRequirements,
  ChainScope,
  FindingSeverity,
  NaclChangeMonitor,
  NaclChangeMonitorValidator,
} from '../src';
import {
  ADD_MONITOR,
  ENV,
  flagged,
  makeApp,
  NO_TRAIL,
  OTHER_ENV,
  pluginReport,
  readReport,
  violationsOf,
} from './policy-validation/apps';
import { bareStack, monitoredStack } from './policy-validation/chains';

test('the report names rule, stacks, reason and remedy', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  bareStack(app, 'Shop', ENV);
  expect(pluginReport(app)).toMatchObject({
    pluginName: 'cdk-nacl-change-monitor',
    pluginVersion: '0.0.0',
    conclusion: 'success',
    violations: [
      {
        ruleName: 'trail-all-regions',
        description: NO_TRAIL('account 111122223333'),
        suggestedFix: ADD_MONITOR,
        severity: 'warning',
        violatingConstructs: [{ constructPath: 'Network' }, { constructPath: 'Shop' }],
      },
    ],
  });
});

test('of a chain that is broken, the broken part comes first', () => {
  const app = makeApp();
  const { alarm } = monitoredStack(app, 'Monitoring', ENV);
  alarm.actionsEnabled = false;
  bareStack(app, 'Network', ENV);
  bareStack(app, 'Foreign', OTHER_ENV);
  expect(violationsOf(pluginReport(app) as any)).toEqual([
    'warning alarm-actions-enabled: Monitoring/Bell, Monitoring, Network',
    'warning trail-all-regions: Foreign',
  ]);
});

test('by stack, every stack is a violation of its own', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  bareStack(app, 'Shop', ENV);
  const report = pluginReport(app, { scope: ChainScope.STACK });
  expect(report?.violations.map(({ description }) => description)).toEqual([
    NO_TRAIL('stack Network'),
    NO_TRAIL('stack Shop'),
  ]);
});

test('with severity error the validation fails', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  const report = pluginReport(app, { severity: FindingSeverity.ERROR });
  expect(report?.conclusion).toBe('failure');
  expect(violationsOf(report as any)).toEqual(['error trail-all-regions: Network']);
});

test.each([[undefined], [FindingSeverity.ERROR]])(
  'what is outside the app fails no validation: severity %s',
  (severity) => {
    const app = makeApp();
    const stack = new Stack(app, 'Monitoring', { env: ENV });
    new NaclChangeMonitor(stack, 'NaclChanges', {
      logGroup: LogGroup.fromLogGroupName(stack, 'TrailLogs', 'management-events'),
      subscriptions: [new UrlSubscription('https://hooks.example.com/nacl')],
    });
    const report = pluginReport(app, { severity });
    expect(report?.conclusion).toBe('success');
    expect(violationsOf(report as any)).toEqual(['info trail-all-regions: Monitoring']);
  },
);

test('of an app that passes nothing is reported', () => {
  const app = makeApp();
  monitoredStack(app, 'Monitoring', ENV);
  expect(pluginReport(app, { severity: FindingSeverity.ERROR })).toBeUndefined();
});

test('the CDK accepts its rules: an id of each check', () => {
  const { name, version, ruleIds } = new NaclChangeMonitorValidator();
  expect({ name, version }).toEqual({ name: 'cdk-nacl-change-monitor', version: '0.0.0' });
  // Each has a page.
  const pages = readdirSync(join(__dirname, '../docs/checks')).filter((name) => name !== 'README.md');
  expect([...(ruleIds ?? [])].sort()).toEqual(pages.map((name: string) => name.replace('.md', '')).sort());
  expect(ruleIds).toEqual(
    expect.arrayContaining(['trail-all-regions', 'metric-filter-pattern', 'subscription']),
  );
});

test('the Aspect beside it says the same', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  const requirements: ChainRequirements = { severity: FindingSeverity.ERROR };
  Validations.of(app).addPlugins(new NaclChangeMonitorValidator(requirements));
  expect(flagged(app)).toEqual([]);
  expect(violationsOf(readReport(app) as any)).toEqual(['error trail-all-regions: Network']);
});

test('it writes nothing into the templates', () => {
  const templates = (plugin: boolean) => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    bareStack(app, 'Foreign', OTHER_ENV);
    if (plugin) Validations.of(app).addPlugins(new NaclChangeMonitorValidator());
    return app.synth().stacks.map(({ template }) => template);
  };
  expect(templates(true)).toEqual(templates(false));
});
