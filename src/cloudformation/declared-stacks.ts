import { isUnreadable } from '../field/field';
import type { DeclaringStack, ScopedValue } from './declaration';
import { asText, resolve } from './intrinsics';
import type { Environment } from './pseudo-parameters';

/** A stack with what it gives to others. */
export interface GivingStack extends DeclaringStack {
  output(name: string): ScopedValue | undefined;
  /** The outputs that it exports; their names and values are still to be resolved in the stack. */
  exports(): Iterable<{ readonly name: unknown; readonly value: unknown }>;
}

/** Undefined stands for a name that several have: which of them is meant, nobody knows before deployment. */
type ByName<T> = ReadonlyMap<string, T | undefined>;

/** What the stacks of the evidence give each other: exports and outputs, by account, region and name. */
export class DeclaredStacks {
  private exports?: ByName<ScopedValue>;
  private stacks?: ByName<GivingStack>;

  /** @param all - lists the stacks when the first of them is asked for */
  constructor(private readonly all: () => readonly GivingStack[]) {}

  /** An export has its name for itself in its account and region. */
  public exported(name: string, importing: Environment): ScopedValue | undefined {
    if (!this.exports) {
      // While the exports are listed there are none: the name of one cannot depend on another.
      this.exports = new Map();
      this.exports = byName(this.all().flatMap(exportsOf));
    }
    return this.exports.get(keyOf(name, importing));
  }

  /** The output of a stack that is told by its name, as is no nested stack. */
  public outputOf(stackName: string, output: string, environment: Environment): ScopedValue | undefined {
    this.stacks ??= byName(
      this.all().flatMap((stack): [string, GivingStack][] =>
        stack.stackName === undefined ? [] : [[keyOf(stack.stackName, stack), stack]],
      ),
    );
    return this.stacks.get(keyOf(stackName, environment))?.output(output);
  }
}

function exportsOf(stack: GivingStack): [string, ScopedValue][] {
  return [...stack.exports()].flatMap(({ name, value }): [string, ScopedValue][] => {
    const text = asText(resolve(name, stack), stack);
    return isUnreadable(text) ? [] : [[keyOf(text, stack), { value, stack }]];
  });
}

function byName<T>(entries: readonly [string, T][]): ByName<T> {
  const found = new Map<string, T | undefined>();
  for (const [name, value] of entries) found.set(name, found.has(name) ? undefined : value);
  return found;
}

/** Stacks whose environment is not known count as of one: CDK lets no others refer to each other. */
function keyOf(name: string, { account, region }: Environment): string {
  return JSON.stringify([account, region, name]);
}
