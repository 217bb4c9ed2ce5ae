/** An ARN; a region that is not known counts as one of the largest partition. */
export function arnInRegion(service: string, region: string, account: string, resource: string): string {
  const partition = region.match(/^(cn|us-gov)-/)?.[1];
  return `arn:aws${partition ? `-${partition}` : ''}:${service}:${region}:${account}:${resource}`;
}
