import type { IConstruct } from 'constructs';
import type { ChainRequirements } from './chain-requirements';

/** What Aspects visited of one Stage: by the requirements that each of them has, stacks and the Stage itself. */
export type Visits = ReadonlyMap<ChainRequirements, ReadonlySet<IConstruct>>;

const VISITS = new WeakMap<IConstruct, Map<ChainRequirements, Set<IConstruct>>>();

/** The visits of a Stage; undefined where no Aspect of this copy of the library came. */
export function visitsOf(stage: IConstruct): Visits | undefined {
  return VISITS.get(stage);
}

/** @returns what is noted of the Stage, now and later, where it is its first visit */
export function noteVisit(
  stage: IConstruct,
  requirements: ChainRequirements,
  node: IConstruct,
): Visits | undefined {
  const known = VISITS.get(stage);
  const visits = known ?? new Map<ChainRequirements, Set<IConstruct>>();
  const visited = visits.get(requirements) ?? new Set();
  VISITS.set(stage, visits.set(requirements, visited.add(node)));
  return known ? undefined : visits;
}
