import type { ScopedValue } from '../declaration';
import { resolve } from '../intrinsics';
import { isSection } from './template-file';
import type { TemplateStack } from './template-stack';

interface Environment {
  readonly account?: string;
  readonly region?: string;
}

/** What the stacks of the evidence give each other: exports and outputs, by account, region and name. */
export class Exports {
  private readonly stacks: TemplateStack[] = [];
  /** Undefined stands for a name that several stacks export: which of them is meant, nobody knows before deployment. */
  private values?: Map<string, ScopedValue | undefined>;
  private stacksByName?: Map<string, TemplateStack | undefined>;

  public add(stack: TemplateStack): void {
    this.stacks.push(stack);
  }

  public find(importing: TemplateStack, name: string): ScopedValue | undefined {
    if (!this.values) {
      this.values = new Map(); // filled below: an export's name cannot depend on an import
      for (const stack of this.stacks) this.addExportsOf(stack, this.values);
    }
    return this.values.get(key(importing, name));
  }

  public findOutput(
    { account, region }: Environment,
    stackName: string,
    output: string,
  ): ScopedValue | undefined {
    if (!this.stacksByName) {
      this.stacksByName = new Map();
      for (const stack of this.stacks.filter((candidate) => candidate.stackName !== undefined)) {
        const at = key(stack, String(stack.stackName));
        this.stacksByName.set(at, this.stacksByName.has(at) ? undefined : stack);
      }
    }
    return this.stacksByName.get(key({ account, region }, stackName))?.output(output);
  }

  private addExportsOf(stack: TemplateStack, values: Map<string, ScopedValue | undefined>): void {
    for (const output of Object.values(stack.template.Outputs)) {
      if (!isSection(output) || !isSection(output.Export)) continue;
      const name = resolve(output.Export.Name, stack);
      if (typeof name !== 'string') continue;
      const at = key(stack, name);
      values.set(at, values.has(at) ? undefined : { value: output.Value, stack });
    }
  }
}

/** Stacks whose environment is not known count as of one: CDK lets no others refer to each other. */
function key({ account, region }: Environment, name: string): string {
  return `${account ?? ''}/${region ?? ''}/${name}`;
}
