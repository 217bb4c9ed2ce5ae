import type { Declaration, Declared, DeployedStack, ListedDeclaration, UnreadablePart } from '../declaration';
import { DeclaredStacks } from '../declared-stacks';
import type { Environment } from '../pseudo-parameters';
import { isOfListedType } from '../resource-types';
import { relativeTo } from '../source-location';
import { deploysElsewhere } from '../stack-set';
import { mayAdd, NESTED_TEMPLATE_IS_MISSING, type Reason } from '../unreadable-parts';
import type { StackArtifact } from './cloud-assembly';
import { nestedStackConstruct } from './construct-index';
import { nestedTemplateFile } from './nested-template';
import { YamlNotRead, type YamlParser } from './parse-template';
import { TemplateError } from './template-error';
import { EMPTY_TEMPLATE, readTemplate, readText, type Template } from './template-file';
import { TemplateStack } from './template-stack';
import { unreadablePartsOf } from './unreadable-parts';

/** A template that is deployed on its own, and what it leads to. */
interface Root {
  readonly file: string;
  readonly artifact?: StackArtifact;
  readonly stack: TemplateStack;
  /** Itself and its nested stacks. */
  readonly stacks: TemplateStack[];
  readonly nestedFiles: Set<string>;
  readonly declarations: ListedDeclaration[];
  readonly unreadable: UnreadablePart[];
}

export interface ReadingOptions {
  /** Reads what is not JSON; without it such a template is a part that could not be read. */
  readonly parseYaml?: YamlParser;
  /** Where stacks are deployed, as far as no cloud assembly says so. */
  readonly environment?: Environment;
  /** The texts of templates that are no files, by their absolute path. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Puts the stacks of several templates together. */
export class Reading {
  private readonly roots: Root[] = [];
  private readonly stacks = new DeclaredStacks(() => this.deployedRoots().flatMap(({ stacks }) => stacks));
  private readonly templates = new Map<string, Template>();
  private readonly ids = new Set<string>();

  /** @param folder from which the names of files are told */
  constructor(
    private readonly folder: string,
    private readonly options: ReadingOptions = {},
  ) {}

  /** @param file the template's absolute path */
  public addStack(file: string, artifact?: StackArtifact): void {
    const name = this.nameOf(file);
    const template = this.templateOrReason(file, artifact);
    const stack = new TemplateStack({
      id: this.idOf(artifact?.constructPath, name),
      template: 'reason' in template ? EMPTY_TEMPLATE : template,
      file: name,
      stacks: this.stacks,
      artifact,
      environment: this.options.environment,
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
    if ('reason' in template) root.unreadable.push({ stack, origin: stack.originOf(), ...template });
    this.read(stack, [file], root);
    this.roots.push(root);
  }

  public declared(): Declared {
    const roots = this.deployedRoots();
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
    const addUnreadable = ({ reason, mayChange }: Reason, logicalId?: string) =>
      root.unreadable.push({ stack, origin: stack.originOf(logicalId), reason, mayChange });
    for (const part of unreadablePartsOf(stack.template)) {
      const declaration = part.logicalId === undefined ? undefined : stack.resource(part.logicalId);
      if (!declaration || !deploysElsewhere(declaration)) addUnreadable(part, part.logicalId);
    }

    for (const logicalId of Object.keys(stack.template.Resources)) {
      const declaration = stack.resource(logicalId);
      if (declaration?.type === 'AWS::CloudFormation::Stack') {
        const reason = this.readNested(declaration, stack, files, root);
        if (reason) addUnreadable(reason, logicalId);
      } else if (declaration && isOfListedType(declaration)) {
        root.declarations.push(declaration);
      }
    }
  }

  /** What could not be read of it. */
  private readNested(
    resource: Declaration,
    parent: TemplateStack,
    files: readonly string[],
    root: Root,
  ): Reason | undefined {
    const { logicalId } = resource;
    const parentFile = files[files.length - 1];
    const file = nestedTemplateFile(
      resource,
      parent.template.Resources[logicalId],
      parentFile,
      root.artifact,
    );
    if (!file) return NESTED_TEMPLATE_IS_MISSING;
    if (files.includes(file)) return mayAdd('the template is nested in itself');
    root.nestedFiles.add(file);
    let template: Template;
    try {
      template = this.template(file, root.artifact);
    } catch (error) {
      if (error instanceof TemplateError) return mayAdd(error.message);
      throw error;
    }
    const stack = new TemplateStack({
      id: this.idOf(nestedStackConstruct(resource.origin.path), `${parent.id}/${logicalId}`),
      template,
      file: this.nameOf(file),
      stacks: this.stacks,
      artifact: root.artifact,
      environment: this.options.environment,
      parent: resource,
    });
    parent.nestedStacks.set(logicalId, stack);
    this.read(stack, [...files, file], root);
    return undefined;
  }

  private template(file: string, artifact: StackArtifact | undefined): Template {
    const known = this.templates.get(file);
    if (known) return known;
    const name = relativeTo(process.cwd(), file);
    const text = this.options.texts?.get(file) ?? readText(file, name);
    const template = readTemplate(text, name, !!artifact, this.options.parseYaml);
    this.templates.set(file, template);
    return template;
  }

  /** What is no template stops whoever named it; YAML that nobody here reads is a template all the same. */
  private templateOrReason(file: string, artifact: StackArtifact | undefined): Template | Reason {
    try {
      return this.template(file, artifact);
    } catch (error) {
      if (error instanceof YamlNotRead) return mayAdd(error.message);
      throw error;
    }
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
