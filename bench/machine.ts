import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** What was measured, on what: one line for each. */
export function describeMachine(): string {
  const [first, ...others] = cpus();
  const git = (...parameters: string[]) => execFileSync('git', parameters, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', 'src') === '' ? '' : ', with changes in src';
  return [
    `- ${first.model.trim()}, ${others.length + 1} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}`,
    `- Node ${process.versions.node}, aws-cdk-lib ${versionOf('aws-cdk-lib')}, cdk-nag ${versionOf('cdk-nag')}`,
    `- commit ${git('rev-parse', '--short', 'HEAD')}${changed}, ${new Date().toISOString().slice(0, 10)}`,
  ].join('\n');
}

const versionOf = (name: string): string => require(`${name}/package.json`).version;
