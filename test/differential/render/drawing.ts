import type { May } from '../open';
import { Random } from '../random';
import type { Style } from './style';

/** A resource as the templates will have it, with tokens inside its properties. */
export interface Drawn {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly present?: May<boolean>;
  readonly inAnotherRegion?: boolean;
  /** What others may refer to in words, where it has a name of its own. */
  readonly name?: string;
}

/** What the drawing of every resource needs. */
export interface Pen {
  readonly style: Style;
  readonly random: Random;
  /** A name, where resources have names: those in words need them. */
  readonly named: boolean;
}

export function penFor(style: Style): Pen {
  return { style, random: new Random(style.seed), named: style.references !== 'plain' };
}

/** Whether to write this one another way, in a style that does. */
export function otherwise({ random }: Pen, inThisStyle: boolean): boolean {
  return inThisStyle && random.chance(0.7);
}

export function resourceById(resources: readonly Drawn[], id: string): Drawn {
  const found = resources.find((resource) => resource.id === id);
  if (!found) throw new Error(`no resource has the id ${id}`);
  return found;
}

/** The first stack, the second, or the one in another region. */
export type Stack = 0 | 1 | 2;

/** The stack of each resource, by its id. */
export type Stacks = Readonly<Record<string, Stack>>;
