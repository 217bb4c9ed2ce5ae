import type { Stack } from 'aws-cdk-lib/core';

/**
 * Stacks that the CDK makes by itself, for pipelines across regions and accounts and for functions at the edge. Nobody can
 * put a chain into them.
 */
const SUPPORT_STACK = /^(cross-region-stack|cross-account-support-stack|edge-lambda-stack)-/;

export function isSupportStack(stack: Stack): boolean {
  return SUPPORT_STACK.test(stack.node.id);
}
