import { ArnFormat, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { logsService } from './logs-service';

/** The ARNs of a monitor's parts, as they can be written into the policy of a resource that may live in another stack. */
export interface PolicyArns {
  readonly account: string;
  readonly trail: string;
  readonly trails: string;
  readonly logGroup: string;
  readonly logsService: string;
}

export interface KnownNames {
  readonly trailName: string;
  readonly logGroupName: string;
}

/**
 * Spells the ARNs for `policyOwner`, a key, bucket or topic.
 *
 * A policy in another stack cannot name what this stack generates: it would have to be deployed after this stack and
 * before it. It names the account's trails or log groups instead.
 */
export function policyArns(monitor: IConstruct, policyOwner: IConstruct, names?: KnownNames): PolicyArns {
  const own = Stack.of(monitor);
  const stack = Stack.of(policyOwner);
  const sameStack = own === stack;
  const nameSeen = (name: string | undefined) =>
    name !== undefined && (sameStack || !Token.isUnresolved(name)) ? name : '*';
  // Pseudo parameters of this stack would become exports in another one, where they mean the same account anyway.
  const account = Token.isUnresolved(own.account) ? stack.account : own.account;
  const region = Token.isUnresolved(own.region) ? stack.region : own.region;
  const arn = (
    service: string,
    resource: string,
    resourceName: string,
    arnFormat: ArnFormat,
    inRegion = region,
  ) => stack.formatArn({ service, resource, resourceName, arnFormat, account, region: inRegion });

  const trailName = nameSeen(names?.trailName);
  return {
    account,
    trail: arn('cloudtrail', 'trail', trailName, ArnFormat.SLASH_RESOURCE_NAME),
    trails: arn('cloudtrail', 'trail', '*', ArnFormat.SLASH_RESOURCE_NAME, '*'),
    logGroup: arn('logs', 'log-group', nameSeen(names?.logGroupName), ArnFormat.COLON_RESOURCE_NAME),
    logsService: logsService(region),
  };
}
