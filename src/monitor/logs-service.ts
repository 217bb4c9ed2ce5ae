import { Aws, Fn, Token } from 'aws-cdk-lib';
import { RegionInfo } from 'aws-cdk-lib/region-info';

/** Its domain is that of the websites and endpoints there; its services keep the name that they have everywhere. */
const EUROPEAN_SOVEREIGN_CLOUD = { domain: 'amazonaws.eu', services: 'amazonaws.com' };

/**
 * The principal of CloudWatch Logs, the one service whose name in a policy ends as the domain of the partition does:
 * logs.cn-north-1.amazonaws.com.cn. The European Sovereign Cloud is the exception, and refuses its own domain.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @see https://docs.amazonaws.cn/en_us/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logsService(region: string): string {
  return `logs.${region}.${suffixOf(region)}`;
}

function suffixOf(region: string): string {
  const { domain, services } = EUROPEAN_SOVEREIGN_CLOUD;
  const known = Token.isUnresolved(region) ? undefined : RegionInfo.get(region).domainSuffix;
  if (known) return known === domain ? services : known;
  // A template for any region, or for one that is newer than this CDK: CloudFormation replaces the one domain.
  return Fn.join(services, Fn.split(domain, Aws.URL_SUFFIX));
}
