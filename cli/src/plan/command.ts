import { parseArn } from '../../../src/field/arn';

/** One setting, before and after. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** One command of the AWS CLI, which changes something that stands. */
export interface AwsCommand {
  /** What is behind `aws`, each argument as the program gets it. */
  readonly args: readonly string[];
  readonly changes: readonly Change[];
  /** What is changed: two commands that write the same thing as a whole become one. */
  readonly target: string;
  /** Whose tags say which stack owns it; undefined for what has no tags. */
  readonly arn?: string;
  /** The stack that owns it: null where its tags name none, undefined where they were not read. */
  readonly owner?: string | null;
}

/** The arguments of an option; a value that begins with a dash would be taken for another one. */
export function option(name: string, value: string): string[] {
  return value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value];
}

/** A change of one thing. */
export function command(
  target: string,
  args: readonly string[],
  change: Change,
  arn = parseArn(target) ? target : undefined,
): AwsCommand {
  return { target, args, changes: [change], ...(arn !== undefined && { arn }) };
}

/** A later command that writes the same as a whole has the earlier change in it. */
export function withCommand(commands: readonly AwsCommand[], added: AwsCommand): readonly AwsCommand[] {
  const isSame = ({ target, args }: AwsCommand) =>
    target === added.target && args[1] === added.args[1] && /^put-/.test(args[1]);
  const earlier = commands.find(isSame);
  if (!earlier) return [...commands, added];
  const changes = new Map([...earlier.changes, ...added.changes].map((change) => [change.what, change]));
  for (const { what, before } of earlier.changes) {
    const last = changes.get(what);
    if (last) changes.set(what, { ...last, before });
  }
  const merged = { ...added, changes: [...changes.values()] };
  return commands.map((each) => (each === earlier ? merged : each));
}
