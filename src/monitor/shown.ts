import { Construct } from 'constructs';

const LONGEST = 60;
const LEFT_OF_LONGER = 40;

/** A value that was passed, as a message shows it: long text is cut, and of what is no text the kind is told. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return shownText(value);
    case 'number':
    case 'bigint':
    case 'boolean':
      return `the ${typeof value} ${value}`;
    case 'object':
      return value === null ? 'null' : shownObject(value);
    default:
      return value === undefined ? 'undefined' : `a ${typeof value}`;
  }
}

function shownText(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return JSON.stringify(text);
  const beginning = characters.slice(0, LEFT_OF_LONGER).join('');
  return `${JSON.stringify(`${beginning}...`)} (${characters.length} characters)`;
}

function shownObject(value: object): string {
  if (Array.isArray(value)) return 'a list';
  return Construct.isConstruct(value) ? `the construct ${value.node.path}` : 'an object';
}
