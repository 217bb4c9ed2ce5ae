import { passesAnyText, passesText } from './domains';
import type { Atom, OutcomeOf } from './formula';
import { isAlwaysFound, isAlwaysThere } from './term-domain';

/** The tests that have the same outcome for all events of this name and source, whatever else is in them. */
export function outcomesOfEvent(name: string, source: string): OutcomeOf {
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
        // `$.*` finds the name and the source as well.
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

/** The tests that have the same outcome for all CloudTrail events, whatever their name and source. */
export function outcomesOfAllEvents({ variable, index }: Atom): boolean | undefined {
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
