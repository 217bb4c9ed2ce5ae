import {
  CfnElement,
  CfnResource,
  DefaultTokenResolver,
  type IFragmentConcatenator,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  Reference,
  Stack,
  Token,
  Tokenization,
} from 'aws-cdk-lib/core';

/** The properties of a resource as its template will have them, but with references that keep their identity. */
export function resolvedProperties(resource: CfnResource): Record<string, unknown> {
  const { Resources } = renderedIn(resource);
  const [definition] = Object.values<any>(Resources ?? {});
  return definition?.Properties ?? {};
}

/**
 * One property that is a text or a list of texts, without the work of rendering all.
 *
 * A typed resource has a member for each property, under a name that starts with a small letter, a generic one keeps them
 * as in the template; what `addPropertyOverride` sets comes on top of both.
 */
export function resolvedProperty(resource: CfnResource, name: string): unknown {
  const { Properties } = overridesOf(resource);
  if (Properties && name in Properties) return resolvedProperties(resource)[name];
  const member = name[0].toLowerCase() + name.slice(1);
  const value =
    member in resource ? resource[member as keyof CfnResource] : internals(resource).cfnProperties[name];
  if (value === undefined) return undefined;
  // A list may itself be one token.
  return Array.isArray(value) && !Token.isUnresolved(value)
    ? value.map((item) => resolvedText(resource, item))
    : resolvedText(resource, value);
}

/** The CDK's resolution of a text that is plain, or is one reference, without the work that other values take. */
function resolvedText(scope: CfnElement, value: unknown): unknown {
  if (typeof value === 'string') {
    if (!Token.isUnresolved(value)) return value;
    const token = Tokenization.reverseString(value);
    const reference = token.length === 1 ? token.firstToken : undefined;
    if (reference && Reference.isReference(reference)) return referenceTo(reference);
  }
  return resolveIn(scope, value);
}

/** The sections of the template to which an element adds. */
export function renderedIn(element: CfnElement): any {
  return resolveIn(element, internals(element)._toCloudFormation());
}

export function resolveIn(scope: CfnElement, value: unknown): unknown {
  return Tokenization.resolve(value, { scope, resolver: RESOLVER, preparing: false });
}

/** What the user set with `addOverride` and its like, which comes on top of everything else in the template. */
export function overridesOf(resource: CfnResource): Overrides {
  return internals(resource).rawOverrides ?? {};
}

interface Overrides {
  readonly Type?: string;
  readonly Condition?: string;
  readonly Properties?: object;
}

/** Members that the CDK's own synthesis uses, and that its types hide. */
interface Internals {
  _toCloudFormation(): object;
  readonly rawOverrides?: Overrides;
  readonly cfnProperties: Readonly<Record<string, unknown>>;
}

function internals(element: CfnElement): Internals {
  return element as unknown as Internals;
}

/** Puts text and references together as `Fn::Join`, as the CDK does it for templates. */
const JOIN: IFragmentConcatenator = {
  join: (left, right) => {
    if (left === undefined) return right;
    if (right === undefined) return left;
    const parts = [...partsOf(left), ...partsOf(right)];
    return parts.every((part) => typeof part === 'string') ? parts.join('') : { 'Fn::Join': ['', parts] };
  },
};

function partsOf(value: any): unknown[] {
  const join = value?.['Fn::Join'];
  return Array.isArray(join) && join[0] === '' && Array.isArray(join[1]) ? join[1] : [value];
}

/**
 * Leaves a reference as what it refers to instead of a logical id: two stacks may have the same one.
 *
 * The form starts with `Fn::`, so that the CDK's checks of property types let it pass.
 */
class IdentityResolver extends DefaultTokenResolver {
  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): any {
    return Reference.isReference(token)
      ? referenceTo(token)
      : super.resolveToken(token, context, postProcessor);
  }
}

function referenceTo({ target, displayName }: Reference): object {
  // A pseudo parameter's target is any construct in its stack.
  if (!CfnElement.isCfnElement(target)) return { Ref: displayName };
  const name = CfnResource.isCfnResource(target) ? '' : Stack.of(target).resolve(target.logicalId);
  return { 'Fn::Declared': [target.node.path, displayName, name] };
}

const RESOLVER = new IdentityResolver(JOIN);
