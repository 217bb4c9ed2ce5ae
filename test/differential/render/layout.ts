import { isOpen } from '../open';
import { type Drawn, type Pen, resourceById, type Stack, type Stacks } from './drawing';
import { OpenValue, Reference, tokensIn } from './tokens';

/**
 * Which of two stacks a resource goes to. References point to the first stack, so that one stack is made before the
 * other. Resources that share a variable stay together: a parameter of two stacks can have two values.
 */
export function stackOfEach(resources: readonly Drawn[], { style, random }: Pen): Stacks {
  const placed = {} as Record<string, Stack>;
  const inOneStack: Stacks = Object.fromEntries(
    resources.map(({ id, inAnotherRegion }) => [id, inAnotherRegion ? (2 as const) : (0 as const)]),
  );
  if (style.layout === 'one stack') return inOneStack;
  const place = (resource: Drawn): Stack => {
    if (resource.id in placed) return placed[resource.id];
    if (resource.inAnotherRegion) {
      placed[resource.id] = 2;
      return 2;
    }
    const below = referredBy(resource).map((id) => place(resourceById(resources, id)));
    const stack = below.includes(1) || random.chance(0.4) ? 1 : 0;
    placed[resource.id] = stack;
    return stack;
  };
  resources.forEach(place);
  const stacksOfVariables = new Map<string, number>();
  for (const resource of resources) {
    for (const variable of variablesOf(resource)) {
      const stack = placed[resource.id];
      if ((stacksOfVariables.get(variable) ?? stack) !== stack) return inOneStack;
      stacksOfVariables.set(variable, stack);
    }
  }
  return placed;
}

function referredBy({ properties }: Drawn): string[] {
  return tokensIn(properties).flatMap((token) => (token instanceof Reference ? token.id : []));
}

function variablesOf({ properties, present }: Drawn): string[] {
  const inside = tokensIn(properties).flatMap((token) =>
    token instanceof OpenValue ? token.open.variable : [],
  );
  return isOpen(present) ? [...inside, present.variable] : inside;
}
