import type { Field } from '../field/field';
import { placeholder } from '../field/text';
import type { Declaration } from './declaration';
import { entryOf, type Identifier, type PropertyReader, type TypeEntry } from './resource-types';

/** What `Ref` (the attribute `Ref`) or `Fn::GetAtt` gives. */
export function attributeOf(
  declaration: Declaration,
  attribute: string,
  read: PropertyReader,
): Field<string> {
  const entry = entryOf(declaration.type);
  const identifier = entry && identifierBehind(attribute, entry);
  if (identifier) return identifierOf(declaration, identifier, read);
  const placeholder = placeholderOf(declaration, attribute === 'Ref' ? undefined : attribute);
  // What a custom resource or another stack gives, its code decides; an attribute of any other resource that is no ARN
  // may be any text.
  const isOwnName =
    (attribute === 'Ref' || /^(?!Outputs\.).*Arn$/.test(attribute)) && isAwsResource(declaration.type);
  return isOwnName
    ? placeholder
    : {
        unreadable: `"${attribute}" of ${declaration.logicalId} is known on deployment`,
        placeholder,
      };
}

/** The name that the resource has or, as a placeholder, will be given. */
export function nameOf(declaration: Declaration, read: PropertyReader): Field<string> {
  const property = entryOf(declaration.type)?.nameProperty;
  return (property && read(property)) || placeholderOf(declaration);
}

export function arnOf(declaration: Declaration, read: PropertyReader): Field<string> {
  return identifierOf(declaration, 'arn', read);
}

function identifierBehind(attribute: string, { ref, attributes = {} }: TypeEntry): Identifier | undefined {
  if (attribute === 'Ref') return ref;
  return Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
}

function identifierOf(declaration: Declaration, identifier: Identifier, read: PropertyReader): Field<string> {
  const name = nameOf(declaration, read);
  if (identifier === 'name') return name;
  const made = entryOf(declaration.type)?.[identifier]?.(name, declaration.stack, read);
  return made ?? placeholderOf(declaration, identifier);
}

function isAwsResource(type: string): boolean {
  return /^(AWS|Alexa)::/.test(type) && !/^AWS::CloudFormation::(CustomResource|Macro|Stack)$/.test(type);
}

function placeholderOf(declaration: Declaration, attribute?: string): string {
  const id = declaration.id ?? `${declaration.stack.id}.${declaration.logicalId}`;
  return placeholder(attribute ? `${id}.${attribute}` : id);
}
