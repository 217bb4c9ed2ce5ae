import { coloured } from '../colour';
import type { Output } from '../command';
import { wrap } from '../wrap';
import type { AwsCommand, Change } from './command';
import { confirmation } from './fixes/subscription';
import type { Plan } from './plan';
import { commandLines, quoted, shellLine } from './shell';
import { makesTopic, STACK_NAME, type StackParts } from './stack-parts';

const FILE = `${STACK_NAME}.json`;

/**
 * The steps in the order in which a human takes them. Commands are one each when they are pasted.
 *
 * @param again - the options with which the command was called; undefined where the stack is printed already
 */
export function textOf(plan: Plan, again: readonly string[] | undefined, output: Output): string {
  const { stack, commands, humans } = plan;
  const steps = [
    ...(stack ? [stackStep(stack, again, output)] : []),
    ...commands.map((each) => commandStep(each, output)),
    ...humansOf(plan).map((each) => wrap(`${each}.`, output.columns, '   ')),
  ].map((step, i) => step.replace(/^/, `${i + 1}. `));
  const unknowns = plan.unknowns.map((each) => wrap(`Not known: ${each}.`, output.columns));
  const rest = stack || commands.length > 0 || humans.length > 0 ? [] : ['Nothing is changed by this plan.'];
  const last =
    steps.length > 0
      ? [wrap('Then "nacl-change-monitor audit" says whether the chain is sound.', output.columns)]
      : rest;
  return `${[wrap(headline(plan), output.columns).replace(/^[A-Z ]+(?=:)/, (word) => coloured(word, meaningOf(plan), output)), ...steps, ...unknowns, ...last].join('\n\n')}\n`;
}

function meaningOf({ now }: Plan): 'good' | 'bad' | 'open' {
  return now === 'PASS' ? 'good' : now === 'FAIL' ? 'bad' : 'open';
}

function headline(plan: Plan): string {
  const { account, now } = plan;
  const count = countOf(plan);
  if (now === 'PASS' && count === 0) return `NOTHING TO DO: account ${account} has a sound chain.`;
  if (count === 0) return `NOT KNOWN: what is missing in account ${account} could not be read.`;
  const steps = `${count} ${count === 1 ? 'step' : 'steps'}`;
  if (plan.after === 'FAIL')
    return `PLAN: ${steps}, after which the chain of account ${account} is still broken.`;
  const end = plan.after === 'PASS' ? 'a sound chain' : 'a chain of which not everything is known';
  return `PLAN: ${steps} to ${end} in account ${account}.`;
}

/** How many steps there are. */
export function countOf(plan: Plan): number {
  return (plan.stack ? 1 : 0) + plan.commands.length + humansOf(plan).length;
}

/** What a human has to do, the emails of the stack included. */
export function humansOf({ stack, humans }: Plan): readonly string[] {
  if (!stack || !makesTopic(stack)) return humans;
  const emails =
    stack.emails.length > 0 ? stack.emails.map((each) => confirmation('email', each)) : [NO_EMAIL];
  return [...new Set([...humans, ...emails])];
}

const NO_EMAIL =
  'say who is told: give --email ADDRESS to this command, or the parameter EmailAddress to the stack; whoever it is has to click the link in the confirmation email of SNS';

function stackStep(stack: StackParts, again: readonly string[] | undefined, output: Output): string {
  if (!again)
    return wrap(`Deploy what was printed, in ${stack.region}: ${madeBy(stack)}.`, output.columns, '   ');
  const needsEmail = makesTopic(stack) && stack.emails.length === 0;
  const create = [
    ...['aws', 'cloudformation', 'create-stack', '--stack-name', STACK_NAME, '--region', stack.region],
    ...['--template-body', `file://${FILE}`],
    ...(stack.role ? ['--capabilities', 'CAPABILITY_NAMED_IAM'] : []),
    ...(needsEmail ? ['--parameters', 'ParameterKey=EmailAddress,ParameterValue=ADDRESS'] : []),
  ];
  const wait = ['aws', 'cloudformation', 'wait', 'stack-create-complete', '--stack-name', STACK_NAME];
  const write = ['nacl-change-monitor', 'plan', ...again, '--format', 'cloudformation', '-o', FILE];
  return [
    wrap(`Make what is missing, in one stack of ${stack.region}: ${madeBy(stack)}.`, output.columns, '   '),
    ...[write, create, [...wait, '--region', stack.region]].map((line) =>
      commandLines(line.map(quoted).join(' '), output.columns, '   '),
    ),
    wrap('   As --format cdk or --format terraform too.', output.columns, '   '),
  ].join('\n');
}

/** What the stack makes, and what it uses. */
export function madeBy(stack: StackParts): string {
  const made = [
    stack.trail && 'trail with its bucket',
    stack.logGroup && `log group ${stack.logGroupName}`,
    stack.role && 'role of CloudTrail',
    stack.filter && 'metric filter',
    stack.alarm && 'alarm',
    makesTopic(stack) && `topic with its ${stack.keyArn === undefined ? 'key and ' : ''}subscription`,
  ].filter((each) => each !== false);
  const used = [
    !stack.logGroup && stack.logGroupName !== '' && `log group ${stack.logGroupName}`,
    stack.alarm && !stack.filter && `metric ${stack.metric.namespace}/${stack.metric.name}`,
    stack.topicArn !== undefined && `topic ${stack.topicArn}`,
    stack.keyArn !== undefined && `key ${stack.keyArn}`,
  ].filter((each) => each !== false);
  return `${made.join(', ')}${used.length > 0 ? `; it uses ${used.join(', ')}, which ${used.length === 1 ? 'is' : 'are'} there` : ''}`;
}

function commandStep(command: AwsCommand, output: Output): string {
  const { changes, target, owner, arn } = command;
  return [
    wrap(`Change ${target}:`, output.columns, '   '),
    ...changes.map((change) => changed(change, output)),
    ...(arn === undefined ? [] : [wrap(`   ${ownerText(owner)}`, output.columns, '   ')]),
    commandLines(shellLine(command), output.columns, '   '),
  ].join('\n');
}

function changed({ what, before, after }: Change, output: Output): string {
  return [
    wrap(`   ${what}`, output.columns, '     '),
    wrap(`     old: ${before}`, output.columns, '          '),
    wrap(`     new: ${after}`, output.columns, '          '),
  ].join('\n');
}

function ownerText(owner: string | null | undefined): string {
  if (owner === undefined) return 'Which stack owns it is not known: its tags were not read.';
  if (owner === null) return 'No tag says that a stack owns it.';
  return `Stack ${owner} owns it: change it there as well, or the next deployment takes the change back.`;
}
