import { addRegex, createAutomaton } from './automaton';
import { parseRegex } from './parse-regex';
import { Walk } from './walk';

/**
 * Does the text hold a match of this regular expression? Linear in the text whatever the expression, which JavaScript's own
 * engine is not, and in the dialect of the service, which JavaScript's is not either.
 */
export function searchRegex(source: string, text: string): boolean {
  const automaton = createAutomaton();
  addRegex(automaton, parseRegex(source));
  const walk = new Walk(automaton);
  let states = walk.begin();
  for (let index = 0; index < text.length; index++) states = walk.step(states, text.charCodeAt(index));
  return walk.accepted(states, text.length === 0).size > 0;
}
