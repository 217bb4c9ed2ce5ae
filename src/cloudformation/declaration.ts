import type { Origin } from '../field/origin';

/**
 * A resource as a template or a construct tree declares it: what both sources hand over, before it becomes a snapshot.
 *
 * Property values are JSON with CloudFormation's intrinsic functions inside. A construct tree adds one form of its own,
 * `{ 'Fn::Declared': [path, attribute, parameter] }`, for a reference whose target is known by identity; a resource has no
 * parameter's name.
 */
export interface Declaration {
  readonly type: string;
  readonly logicalId: string;
  /** Tells it from every other one, where that costs less than stack and logical id. */
  readonly id?: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** One property that is a text or a list of texts, where that is cheaper than `properties`. */
  property?(name: string): unknown;
  readonly condition?: string;
  readonly stack: DeclaringStack;
  readonly origin: Origin;
}

/** What a source found. */
export interface Declared {
  /** Every stack that is deployed on its own; a nested stack counts as part of its parent. */
  readonly stacks: readonly DeployedStack[];
  readonly declarations: readonly Declaration[];
  /** What may hold more resources and could not be read: without it, "there is none" cannot be said. */
  readonly unreadable?: readonly UnreadablePart[];
}

/** A part of a stack whose resources are not known: a nested template that is missing, a macro. */
export interface UnreadablePart {
  readonly stack: DeclaringStack;
  readonly origin: Origin;
  /** As the end of a sentence that starts with "could not read it:". */
  readonly reason: string;
}

export interface DeployedStack {
  /** Twelve digits; undefined where it is not known before deployment. */
  readonly account?: string;
  readonly origin: Origin;
  /** The ids of the declaring stacks that are deployed with it: its own and those of its nested stacks. */
  readonly declaringStacks: readonly string[];
}

/** What a reference inside a stack can mean. */
export interface DeclaringStack {
  /** Tells the stack from every other one of the evidence. */
  readonly id: string;
  /** Twelve digits; undefined where it is not known before deployment. */
  readonly account?: string;
  readonly region?: string;
  /** The deployed stack's name, where it is known. */
  readonly stackName?: string;
  /** The resource of that logical id. */
  resource(logicalId: string): Declaration | undefined;
  /** The resource at a construct's path, in any stack; undefined where that is a parameter. */
  declared?(path: string): Declaration | undefined;
  /** As `parameter`, of the parameter at a construct's path. */
  declaredParameter?(path: string): ScopedValue | undefined;
  /**
   * The value of a parameter that the evidence shows (a nested stack's, given by its parent), with the stack in which
   * that value is to be read.
   */
  parameter(name: string): ScopedValue | undefined;
  /** A value of the template's `Mappings`. */
  mapping(map: string, topLevelKey: string, secondLevelKey: string): unknown;
  /** What a stack of this account and region exports under a name. */
  exported(name: string): ScopedValue | undefined;
  /**
   * An output of a stack by its name (`Fn::GetStackOutput`, CDK's weak references), of this account and region where
   * no other is named.
   */
  stackOutput?(stackName: string, output: string, region?: string, account?: string): ScopedValue | undefined;
  /** An output of a nested stack of this one. */
  nestedOutput(logicalId: string, output: string): ScopedValue | undefined;
}

export interface ScopedValue {
  readonly value: unknown;
  readonly stack: DeclaringStack;
}
