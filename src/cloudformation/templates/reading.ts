import type { Declaration, Declared, DeployedStack, UnreadablePart } from '../declaration';
import { RESOURCE_TYPES } from '../resource-types';
import { relativeTo } from '../source-location';
import { NESTED_TEMPLATE_IS_MISSING } from '../unread';
import type { StackArtifact } from './cloud-assembly';
import { nestedStackConstruct } from './construct-index';
import { Exports } from './exports';
import { nestedTemplateFile } from './nested-template';
import { TemplateError } from './template-error';
import { readTemplate, type Template } from './template-file';
import { TemplateStack } from './template-stack';
import { unreadPartsOf } from './unread';

/** A template that is deployed on its own, and what it leads to. */
interface Root {
  readonly file: string;
  readonly artifact?: StackArtifact;
  readonly stack: TemplateStack;
  /** Itself and its nested stacks. */
  readonly stacks: TemplateStack[];
  readonly nestedFiles: Set<string>;
  readonly declarations: Declaration[];
  readonly unreadable: UnreadablePart[];
}

/** Puts the stacks of several templates together. */
export class Reading {
  private readonly roots: Root[] = [];
  private readonly exports = new Exports();
  private readonly templates = new Map<string, Template>();
  private readonly ids = new Set<string>();

  /** @param folder from which the names of files are told */
  constructor(private readonly folder: string) {}

  /** @param file the template's absolute path */
  public addStack(file: string, artifact?: StackArtifact): void {
    const name = this.nameOf(file);
    const stack = new TemplateStack({
      id: this.idOf(artifact?.constructPath, name),
      template: this.template(file, artifact),
      file: name,
      exports: this.exports,
      artifact,
    });
    const root: Root = {
      file,
      artifact,
      stack,
      stacks: [],
      nestedFiles: new Set(),
      declarations: [],
      unreadable: [],
    };
    this.read(stack, [file], root);
    this.roots.push(root);
  }

  public declared(): Declared {
    const roots = this.deployedRoots();
    for (const stack of roots.flatMap(({ stacks }) => stacks)) this.exports.add(stack);
    return {
      stacks: roots.map(deployedStack),
      declarations: roots.flatMap(({ declarations }) => declarations),
      unreadable: roots.flatMap(({ unreadable }) => unreadable),
    };
  }

  /** Without the templates that another one nests. */
  private deployedRoots(): Root[] {
    const nested = new Set(this.roots.flatMap(({ nestedFiles }) => [...nestedFiles]));
    const isNested = ({ artifact, file }: Root, files: Set<string>) => !artifact && files.has(file);
    const kept = new Set(this.roots.filter((root) => !isNested(root, nested)));
    // Templates that nest each other in a circle are nobody's: one of them stays.
    const reached = new Set([...kept].flatMap(({ nestedFiles }) => [...nestedFiles]));
    for (const root of this.roots) {
      if (kept.has(root) || isNested(root, reached)) continue;
      kept.add(root);
      for (const file of root.nestedFiles) reached.add(file);
    }
    return this.roots.filter((root) => kept.has(root));
  }

  /** @param files the template of the stack, after those of the stacks that it is nested in */
  private read(stack: TemplateStack, files: readonly string[], root: Root): void {
    root.stacks.push(stack);
    const addUnreadable = (reason: string, logicalId?: string) =>
      root.unreadable.push({ stack, origin: stack.originOf(logicalId), reason });
    for (const { reason, logicalId } of unreadPartsOf(stack.template)) addUnreadable(reason, logicalId);

    for (const [logicalId, resource] of Object.entries(stack.template.Resources)) {
      const isNestedStack = resource?.Type === 'AWS::CloudFormation::Stack';
      if (!isNestedStack && !RESOURCE_TYPES.has(resource?.Type)) continue;
      const declaration = stack.resource(logicalId);
      if (!declaration) continue;
      if (isNestedStack) {
        const reason = this.readNested(declaration, stack, files, root);
        if (reason) addUnreadable(reason, logicalId);
      } else {
        root.declarations.push(declaration);
      }
    }
  }

  /** @returns why it could not be read, if so */
  private readNested(
    resource: Declaration,
    parent: TemplateStack,
    files: readonly string[],
    root: Root,
  ): string | undefined {
    const { logicalId } = resource;
    const parentFile = files[files.length - 1];
    const file = nestedTemplateFile(
      resource,
      parent.template.Resources[logicalId],
      parentFile,
      root.artifact,
    );
    if (!file) return NESTED_TEMPLATE_IS_MISSING;
    if (files.includes(file)) return 'the template is nested in itself';
    root.nestedFiles.add(file);
    let template: Template;
    try {
      template = this.template(file, root.artifact);
    } catch (error) {
      if (error instanceof TemplateError) return error.message;
      throw error;
    }
    const stack = new TemplateStack({
      id: this.idOf(nestedStackConstruct(resource.origin.path), `${parent.id}/${logicalId}`),
      template,
      file: this.nameOf(file),
      exports: this.exports,
      artifact: root.artifact,
      parent: resource,
    });
    parent.nestedStacks.set(logicalId, stack);
    this.read(stack, [...files, file], root);
    return undefined;
  }

  private template(file: string, artifact: StackArtifact | undefined): Template {
    const template =
      this.templates.get(file) ?? readTemplate(file, relativeTo(process.cwd(), file), !!artifact);
    this.templates.set(file, template);
    return template;
  }

  private nameOf(file: string): string {
    return relativeTo(this.folder, file);
  }

  /** The construct's path where that is no other stack's: two assemblies may be of one app. */
  private idOf(constructPath: string | undefined, otherwise: string): string {
    const free = [constructPath, otherwise].find((id) => id !== undefined && !this.ids.has(id));
    const id = free ?? `${otherwise} (${this.ids.size})`;
    this.ids.add(id);
    return id;
  }
}

function deployedStack({ stack, stacks }: Root): DeployedStack {
  return {
    ...(stack.account && { account: stack.account }),
    origin: stack.originOf(),
    declaringStacks: stacks.map(({ id }) => id),
  };
}
