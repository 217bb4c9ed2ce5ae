import { addRegex, createAutomaton } from './automaton';
import { parseRegex } from './parse-regex';
import { Walk } from './walk';

/**
 * Does the text have a match of this regular expression? JavaScript's own engine can take exponential time and reads another
 * dialect. This takes time linear in the text, whatever the expression, and reads the dialect of CloudWatch Logs.
 */
export function searchRegex(source: string, text: string): boolean {
  const automaton = createAutomaton();
  addRegex(automaton, parseRegex(source));
  const walk = new Walk(automaton);
  let states = walk.begin();
  for (let index = 0; index < text.length; index++) states = walk.step(states, text.charCodeAt(index));
  return walk.accepted(states, text.length === 0).size > 0;
}
