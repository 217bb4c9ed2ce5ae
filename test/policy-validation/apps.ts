import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type AppProps, Aspects, type Stage, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type ChainRequirements, NaclChangeMonitorValidator, RequireNaclChangeMonitor } from '../../src';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const ENV = { account: ACCOUNT, region: 'eu-central-1' };
export const OTHER_ENV = { account: OTHER_ACCOUNT, region: 'eu-central-1' };

/** The message for an account that has nothing of a chain. */
export const NO_TRAIL = (subject: string) =>
  `No sound chain in ${subject} reports network ACL changes (CIS AWS Foundations 4.11 (5.11 from v6.0), Security Hub CloudWatch.11): link 1 of 8, trail-all-regions: there is no trail.`;
export const ADD_MONITOR =
  "add new NaclChangeMonitor(this, 'NaclChanges', { subscriptions: [new EmailSubscription('security@example.com')] })";

/** An app whose findings are the test's to judge: otherwise they set the exit code of the tests, or throw. */
export function makeApp(props: AppProps = {}): App {
  return new App({
    ...props,
    context: { '@aws-cdk/core:failSynthOnValidationErrors': false, ...props.context },
  });
}

export function demand(scope: IConstruct, requirements?: ChainRequirements): void {
  Aspects.of(scope).add(new RequireNaclChangeMonitor(requirements));
}

/** Everything that the app's stacks were told by this library, in the order of the alphabet: `level path: message`. */
export function messagesOf(app: App, options: { force?: boolean } = {}): string[] {
  const { stacksRecursively } = app.synth(options);
  return stacksRecursively
    .flatMap(({ messages }) => messages)
    .map(({ level, id, entry }) => ({ level, path: id.slice(1), data: String(entry.data) }))
    .filter(({ data }) => data.includes('cdk-nacl-change-monitor'))
    .map(({ level, path, data }) => `${level} ${path}: ${readable(data)}`)
    .sort();
}

/** The level and the stack of each message. */
export function flagged(app: App, options: { force?: boolean } = {}): string[] {
  return messagesOf(app, options).map((message) => message.slice(0, message.indexOf(':')));
}

/** Without the prefix that differs between versions of the CDK, and without the lines of the fixtures. */
function readable(text: string): string {
  return text.replace(/annotation::/i, '').replace(/, test\/policy-validation\/chains\.ts:\d+/g, '');
}

export interface Violation {
  readonly ruleName: string;
  readonly description: string;
  readonly suggestedFix?: string;
  readonly severity: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

export interface PluginReport {
  readonly pluginName: string;
  readonly pluginVersion: string;
  readonly conclusion: string;
  readonly violations: readonly Violation[];
}

/** The plug-in's part of the validation report; undefined where it says nothing. */
export function pluginReport(app: App, requirements?: ChainRequirements, on: Stage[] = [app]) {
  const plugin = new NaclChangeMonitorValidator(requirements);
  for (const stage of on) Validations.of(stage).addPlugins(plugin);
  return readReport(app);
}

export function readReport(app: App): PluginReport | undefined {
  const exitCode = process.exitCode;
  const { directory } = app.synth();
  process.exitCode = exitCode;
  const { pluginReports } = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'));
  return pluginReports.find(({ pluginName }: PluginReport) => pluginName === 'cdk-nacl-change-monitor');
}

/** The rule and the resources of each violation. */
export function violationsOf({ violations }: Pick<PluginReport, 'violations'>): string[] {
  return violations.map(
    ({ severity, ruleName, violatingConstructs }) =>
      `${severity} ${ruleName}: ${violatingConstructs.map(({ constructPath }) => constructPath).join(', ')}`,
  );
}
