import type { Origin } from '../../field/origin';
import type { Declaration, ScopedValue } from '../declaration';
import type { DeclaredStacks, GivingStack } from '../declared-stacks';
import { nestedParameter } from '../nested-parameter';
import type { Environment } from '../pseudo-parameters';
import type { StackArtifact } from './cloud-assembly';
import { nestedStackConstruct } from './construct-index';
import { isSection, type Section, type Template } from './template-file';

export interface TemplateStackOptions {
  readonly id: string;
  readonly template: Template;
  /** How the template's file is named in origins. */
  readonly file: string;
  /** All of the evidence. */
  readonly stacks: DeclaredStacks;
  /** What the cloud assembly says of the deployed stack; undefined for a template of its own. */
  readonly artifact?: StackArtifact;
  /** Where it is deployed, as far as the cloud assembly does not say so. */
  readonly environment?: Environment;
  /** The resource that a nested stack is. */
  readonly parent?: Declaration;
}

/** A stack as its template declares it. */
export class TemplateStack implements GivingStack {
  public readonly id: string;
  public readonly account?: string;
  public readonly region?: string;
  public readonly stackName?: string;
  /** By logical id. */
  public readonly nestedStacks = new Map<string, TemplateStack>();
  public readonly template: Template;
  private readonly resources = new Map<string, Declaration>();

  constructor(private readonly options: TemplateStackOptions) {
    const { id, template, artifact, environment, parent } = options;
    this.id = id;
    this.template = template;
    this.account = artifact?.account ?? environment?.account;
    this.region = artifact?.region ?? environment?.region;
    // The name of a nested stack is made up on deployment.
    this.stackName = parent ? undefined : artifact?.stackName;
  }

  public resource(logicalId: string): Declaration | undefined {
    const made = this.resources.get(logicalId);
    if (made) return made;
    const resource = own(this.template.Resources, logicalId);
    if (!isSection(resource) || typeof resource.Type !== 'string') return undefined;
    const declaration = new TemplateResource(this, logicalId, resource, this.options);
    this.resources.set(logicalId, declaration);
    return declaration;
  }

  public parameter(name: string): ScopedValue | undefined {
    const { parent } = this.options;
    const declared = own(this.template.Parameters, name);
    if (!parent || !isSection(declared)) return undefined;
    return nestedParameter(
      String(declared.Type),
      { value: own(parent.properties.Parameters, name), stack: parent.stack },
      { value: declared.Default, stack: this },
    );
  }

  public mapping(map: string, topLevelKey: string, secondLevelKey: string): unknown {
    return own(own(own(this.template.Mappings, map), topLevelKey), secondLevelKey);
  }

  public exported(name: string): ScopedValue | undefined {
    return this.options.stacks.exported(name, this);
  }

  public stackOutput(
    stackName: string,
    output: string,
    region = this.region,
    account = this.account,
  ): ScopedValue | undefined {
    return this.options.stacks.outputOf(stackName, output, { account, region });
  }

  public nestedOutput(logicalId: string, output: string): ScopedValue | undefined {
    return this.nestedStacks.get(logicalId)?.output(output);
  }

  public output(name: string): ScopedValue | undefined {
    const value = own(own(this.template.Outputs, name), 'Value');
    return value === undefined ? undefined : { value, stack: this };
  }

  public exports(): { name: unknown; value: unknown }[] {
    return Object.values(this.template.Outputs)
      .filter((output) => isSection(output) && isSection(output.Export))
      .map(({ Export, Value }) => ({ name: Export.Name, value: Value }));
  }

  /** Where a part of the template is. */
  public originOf(logicalId?: string): Origin {
    const { file, artifact, parent } = this.options;
    if (logicalId === undefined) {
      const path = parent ? this.construct() : artifact?.constructPath;
      return { ...(path && { path }), template: file };
    }
    const resource = own(this.template.Resources, logicalId);
    const { path, source } = artifact?.constructs.find(logicalId, this.construct()) ?? {};
    const recorded = own(own(resource, 'Metadata'), 'aws:cdk:path') ?? path;
    return {
      ...(typeof recorded === 'string' && { path: recorded }),
      template: file,
      logicalId,
      ...(source && { source }),
    };
  }

  /** The path of a nested stack's construct. */
  private construct(): string | undefined {
    return nestedStackConstruct(this.options.parent?.origin.path);
  }
}

class TemplateResource implements Declaration {
  public readonly type: string;
  public readonly properties: Readonly<Record<string, unknown>>;
  public readonly condition?: string;
  private found?: Origin;

  constructor(
    public readonly stack: TemplateStack,
    public readonly logicalId: string,
    resource: Section,
    { parent }: TemplateStackOptions,
  ) {
    this.type = resource.Type;
    this.properties = isSection(resource.Properties) ? resource.Properties : {};
    // Without the nested stack there is nothing of it.
    this.condition = typeof resource.Condition === 'string' ? resource.Condition : parent?.condition;
  }

  /** Worked out when it is asked for: it takes the metadata file, which is longer than the template. */
  public get origin(): Origin {
    this.found ??= this.stack.originOf(this.logicalId);
    return this.found;
  }
}

function own(container: unknown, key: string): unknown {
  return isSection(container) && Object.hasOwn(container, key) ? container[key] : undefined;
}
