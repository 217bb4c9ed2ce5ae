import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, type IPolicyValidationPlugin, Stack, Validations } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { ITopicSubscription } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { NaclChangeMonitor } from '../../src';

export interface SynthesizedTemplate {
  readonly file: string;
  readonly text: string;
  /** Where the resource stands in the stack, such as `NaclChanges/Bucket`, from its logical id. */
  pathOf(logicalId: string): string;
  /** What the plug-ins, and from 2.262 on CDK itself, say of it. */
  readonly reports: readonly PluginReport[];
}

export interface PluginReport {
  readonly pluginName: string;
  readonly conclusion: string;
  readonly violations: readonly {
    readonly ruleName: string;
    readonly description: string;
    readonly violatingConstructs: readonly { readonly constructPath: string }[];
  }[];
}

export interface DefaultOptions {
  readonly plugins?: (app: App) => IPolicyValidationPlugin[];
  /** Who is told; by default an email address. */
  readonly subscription?: (stack: Stack) => ITopicSubscription;
  /** Notices with all that can be asked of them. */
  readonly notices?: boolean;
  /** Breaks the monitor, to see that a scanner notices. */
  readonly change?: (monitor: NaclChangeMonitor) => void;
}

/** A queue of the user's in place of the email address, with the dead-letter queue that the rule packs ask of it. */
export function queueSubscription(stack: Stack): ITopicSubscription {
  const encryptionMasterKey = new Key(stack, 'QueueKey', { enableKeyRotation: true });
  const secure = { enforceSSL: true, encryptionMasterKey };
  const deadLetters = new Queue(stack, 'DeadLetters', secure);
  const queue = new Queue(stack, 'Changes', {
    ...secure,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 3 },
  });
  return new SqsSubscription(queue);
}

const ALL_NOTICES = {
  subscriptions: [new EmailSubscription('network@example.com')],
  chat: true,
  ignorePrincipals: ['arn:aws:iam::*:role/pipelines/*'],
  lookUp: true,
  dashboard: true,
  savedQuery: true,
};

/** What a user writes first: no option but who is told. */
export function synthesizeDefault(options: DefaultOptions = {}): SynthesizedTemplate {
  const folder = mkdtempSync(join(tmpdir(), 'scanned-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const app = new App({
    outdir: folder,
    // A finding is for the test to judge: without this it throws, or sets the exit code.
    context: { '@aws-cdk/core:failSynthOnValidationErrors': false },
  });
  const stack = new Stack(app, 'Monitoring');
  const monitor = new NaclChangeMonitor(stack, 'NaclChanges', {
    subscriptions: [options.subscription?.(stack) ?? new EmailSubscription('security@example.com')],
    notices: options.notices ? ALL_NOTICES : undefined,
  });
  options.change?.(monitor);
  Validations.of(app).addPlugins(...(options.plugins?.(app) ?? []));

  const exitCode = process.exitCode;
  const { templateFullPath: file } = app.synth().getStackByName(stack.stackName);
  // CDK 2.258 to 2.261 can set it to 1 on a finding and go on: jest then fails with every test green.
  process.exitCode = exitCode;

  const resources = stack.node.findAll().filter((construct) => CfnResource.isCfnResource(construct));
  const paths = new Map(resources.map((one) => [stack.resolve(one.logicalId), pathInStack(one.node.path)]));
  return {
    file,
    text: readFileSync(file, 'utf8'),
    pathOf: (logicalId) => paths.get(logicalId) ?? logicalId,
    reports: readReports(join(folder, 'validation-report.json')),
  };
}

/** `Monitoring/NaclChanges/Bucket/Resource` is what the documentation calls `NaclChanges/Bucket`. */
export function pathInStack(constructPath: string): string {
  return constructPath.replace(/^Monitoring\//, '').replace(/\/Resource$/, '');
}

function readReports(file: string): PluginReport[] {
  // Not written where no plug-in ran.
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).pluginReports : [];
}
