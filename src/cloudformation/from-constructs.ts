import type { IConstruct } from 'constructs';
import { ConstructTree } from './constructs/construct-tree';
import type { Declared } from './declaration';

/**
 * What a construct tree declares, of whatever origin: this library's construct, other libraries', resources of level 1,
 * included templates. The tree is not changed.
 *
 * References are followed by identity, not by logical id.
 *
 * @param root - where to start; its Stages are part of it
 */
export function declaredInConstructs(root: IConstruct): Declared {
  return new ConstructTree(root).declared();
}

export { ConstructTree } from './constructs/construct-tree';
