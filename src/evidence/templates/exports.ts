import type { ScopedValue } from '../declaration';
import { resolve } from '../intrinsics';
import { isSection } from './template-file';
import type { TemplateStack } from './template-stack';

/** What the stacks of the evidence export, by account, region and name. */
export class Exports {
  private readonly stacks: TemplateStack[] = [];
  /** Undefined stands for a name that several stacks export: which of them is meant, nobody knows before deployment. */
  private values?: Map<string, ScopedValue | undefined>;

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
function key({ account, region }: TemplateStack, name: string): string {
  return `${account ?? ''}/${region ?? ''}/${name}`;
}
