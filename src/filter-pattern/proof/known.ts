import { passesAnyText, passesText } from './domains';
import type { Atom } from './formula';
import { isAlwaysFound, isAlwaysThere } from './term-domain';

/** What every event of this name and source decides, whatever else is in it. */
export function knownOf(name: string, source: string): (atom: Atom) => boolean | undefined {
  return ({ variable, index }) => {
    const { kind, tests, text, selector } = variable;
    switch (kind) {
      case 'name':
        return passesText(name, tests[index]);
      case 'source':
        return passesText(source, tests[index]);
      case 'field':
      case 'unknown':
        return undefined;
      case 'anywhere':
        // `$.*` looks at the name and the source as well.
        return selector?.length === 1 && (passesText(name, tests[0]) || passesText(source, tests[0]))
          ? true
          : undefined;
      case 'term':
        return isAlwaysThere(text as string, [name, source]) ? index === 0 : undefined;
      case 'search':
        return isAlwaysFound(text as string, [name, source]) ? index === 0 : undefined;
    }
  };
}

/** What every CloudTrail event decides, whatever its name. */
export function knownOfAll({ variable, index }: Atom): boolean | undefined {
  const { kind, tests, text, selector } = variable;
  switch (kind) {
    case 'term':
      return isAlwaysThere(text as string, []) ? index === 0 : undefined;
    case 'search':
      return isAlwaysFound(text as string, []) ? index === 0 : undefined;
    case 'anywhere':
      return selector?.length === 1 && passesAnyText(tests[0]) ? true : undefined;
    default:
      return undefined;
  }
}
