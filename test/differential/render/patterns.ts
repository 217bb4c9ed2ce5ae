import { CHANGES, type Event, type Pattern } from '../account';
import type { Random } from '../random';

/** The text of a pattern: the benchmark's way, or another that counts the same. */
export function patternText(pattern: Pattern, otherwise: Random | undefined): string {
  switch (pattern.kind) {
    case 'changes':
      return otherwise ? anyOfOtherwise(pattern.of, otherwise) : anyOf(pattern.of);
    case 'successful changes':
      return `{ (${either(CHANGES)}) && ($.errorCode NOT EXISTS) }`;
    case 'broader':
      return '{ $.eventName = "*NetworkAcl*" }';
    case 'everything':
      return otherwise ? otherwise.pick(['', ' ', '{ $.eventName = * }']) : '';
    case 'another control':
      return '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }';
    case 'invalid':
      return '{ ($.eventName = CreateNetworkAcl) || }';
  }
}

const either = (events: readonly Event[]) => events.map((event) => `($.eventName = ${event})`).join(' || ');
const anyOf = (events: readonly Event[]) => `{ ${either(events)} }`;

function anyOfOtherwise(events: readonly Event[], random: Random): string {
  const shuffled = random.shuffled(events);
  const twice = [...shuffled, shuffled[0]];
  return random.pick([
    // As Security Hub prints it.
    `{${events.map((event) => `($.eventName=${event})`).join(' || ')}}`,
    anyOf(shuffled),
    anyOf(twice),
    `{ ${shuffled.map((event) => `($.eventName = "${event}")`).join(' || ')} }`,
    `{ ${shuffled.map((event) => `$.eventName = ${event}`).join(' || ')} }`,
    `{ ${shuffled.reduce((nested, event) => `(${nested} || ($.eventName = "${event}"))`, `($.eventName = ${shuffled[0]})`)} }`,
    `{ ($.eventSource = "ec2.amazonaws.com") && (${either(shuffled)}) }`,
    `{  ${shuffled.map((event) => `( $.eventName = ${event} )`).join('  ||  ')}  }`,
  ]);
}
