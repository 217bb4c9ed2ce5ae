/** A group of regions with accounts of its own. */
export interface Partition {
  /** The second part of every ARN in it. */
  readonly name: string;
  /** In what its service endpoints and some of its service principals end. */
  readonly urlSuffix: string;
}

/** What CloudFormation writes where the region decides; both stay as they are where the region is not known. */
const UNKNOWN: Partition = { name: '${AWS::Partition}', urlSuffix: '${AWS::URLSuffix}' };

const COMMERCIAL: Partition = { name: 'aws', urlSuffix: 'amazonaws.com' };

/**
 * By how the names of their regions start.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 * @see https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
 */
const PARTITIONS: Readonly<Record<string, Partition>> = {
  'cn-': { name: 'aws-cn', urlSuffix: 'amazonaws.com.cn' },
  'us-gov-': { name: 'aws-us-gov', urlSuffix: 'amazonaws.com' },
  'us-iso-': { name: 'aws-iso', urlSuffix: 'c2s.ic.gov' },
  'us-isob-': { name: 'aws-iso-b', urlSuffix: 'sc2s.sgov.gov' },
  'eu-isoe-': { name: 'aws-iso-e', urlSuffix: 'cloud.adc-e.uk' },
  'us-isof-': { name: 'aws-iso-f', urlSuffix: 'csp.hci.ic.gov' },
  'eusc-': { name: 'aws-eusc', urlSuffix: 'amazonaws.eu' },
};

/** @param region - `${AWS::Region}` where it is not known before deployment */
export function partitionOfRegion(region: string): Partition {
  if (region.includes('${')) return UNKNOWN;
  const start = Object.keys(PARTITIONS).find((prefix) => region.startsWith(prefix));
  return start === undefined ? COMMERCIAL : PARTITIONS[start];
}
