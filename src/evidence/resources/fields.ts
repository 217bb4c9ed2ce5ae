import type { Declaration } from '../../cloudformation/declaration';
import { propertyOf, type Resolved, resolve } from '../../cloudformation/intrinsics';
import { accountOf, regionOf } from '../../cloudformation/pseudo-parameters';
import { type Field, isUnreadable, type Unreadable } from '../../field/field';
import type { Resource } from '../resource-model';

/** Reads the members of an object, each as what it should be; where the object could not be read, none could. */
export class Fields {
  public static of({ properties, stack }: Declaration): Fields {
    return new Fields(resolve(properties, stack));
  }

  /** One property alone, a text or a list of texts: what tells whether the rest has to be read. */
  public static ofProperty(declaration: Declaration, name: string): Fields {
    return new Fields({ [name]: resolve(propertyOf(declaration, name), declaration.stack) });
  }

  constructor(private readonly object: Resolved) {}

  /** The member as it is; undefined where it is not set. */
  public value(name: string): Resolved {
    if (isUnreadable(this.object)) return this.object;
    if (typeof this.object !== 'object' || this.object === null) return undefined;
    return (this.object as Readonly<Record<string, Resolved>>)[name] ?? undefined;
  }

  public text(name: string): Field<string | undefined>;
  public text(name: string, whenNotSet: string): Field<string>;
  public text(name: string, whenNotSet?: string): Field<string | undefined> {
    const value = this.value(name);
    return value === undefined ? whenNotSet : textOf(value, name);
  }

  public number(name: string): Field<number | undefined> {
    const value = this.value(name);
    if (value === undefined || isUnreadable(value)) return value;
    const number = typeof value === 'string' && value.trim() ? Number(value) : value;
    return typeof number === 'number' && !Number.isNaN(number) ? number : notA('number', name, value);
  }

  public boolean(name: string, whenNotSet: boolean): Field<boolean> {
    const value = this.value(name);
    if (value === undefined) return whenNotSet;
    if (isUnreadable(value) || typeof value === 'boolean') return value;
    if (String(value).toLowerCase() === 'true') return true;
    if (String(value).toLowerCase() === 'false') return false;
    return notA('boolean', name, value);
  }

  /** The items of a list, undefined where it is not set; a single value counts as a list of one. */
  public list(name: string): Field<readonly Resolved[] | undefined> {
    const value = this.value(name);
    if (value === undefined || isUnreadable(value)) return value;
    return Array.isArray(value) ? value : [value];
  }

  public texts(name: string): Field<readonly Field<string>[]> {
    const items = this.list(name);
    return isUnreadable(items) ? items : (items ?? []).map((item) => textOf(item, name));
  }

  /** The items of a list of objects, each read by `read`. */
  public objects<T>(name: string, read: (fields: Fields) => T): Field<readonly T[] | undefined> {
    const items = this.list(name);
    return items === undefined || isUnreadable(items) ? items : items.map((item) => read(new Fields(item)));
  }
}

export function textOf(value: Resolved, name: string): Field<string> {
  if (isUnreadable(value)) return value;
  return typeof value === 'object' || value === undefined ? notA('text', name, value) : String(value);
}

/** What Ref (without an attribute) or Fn::GetAtt give for a resource. */
export function attributeOf({ logicalId, stack }: Declaration, attribute?: string): Field<string> {
  const reference = attribute === undefined ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };
  return textOf(resolve(reference, stack), attribute ?? 'Ref');
}

export function resourceOf({ origin, condition, stack }: Declaration): Resource {
  return {
    origin,
    region: regionOf(stack),
    account: accountOf(stack),
    ...(condition === undefined ? {} : { condition }),
  };
}

function notA(kind: string, name: string, value: Resolved): Unreadable {
  return { unreadable: `${name} is not a ${kind}`, placeholder: `\${${name}: ${JSON.stringify(value)}}` };
}
