import { partitionOfRegion } from '../../field/partition';

export function arnInRegion(service: string, region: string, account: string, resource: string): string {
  return `arn:${partitionOfRegion(region).name}:${service}:${region}:${account}:${resource}`;
}
