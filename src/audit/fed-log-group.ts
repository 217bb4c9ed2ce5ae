import type { Account } from '../evidence/account';
import type { Possible } from '../evidence/possible';
import type { LogGroup, Trail } from '../evidence/resource-model';
import { parseArn } from '../field/arn';
import { compare, type Field, isUnreadable, shown } from '../field/field';
import type { NamedLogGroup } from './chain';

/** The log group that a trail feeds: in its ARN, the part behind `log-group:` without `:*`. */
export function logGroupOf({ logGroupArn, region }: Trail, account: string): NamedLogGroup | undefined {
  if (logGroupArn === undefined) return undefined;
  const arn = parseArn(shown(logGroupArn as Field<string>));
  const name = /^log-group:(.*?)(:\*)?$/.exec(arn?.resource ?? '')?.[1];
  if (arn?.service !== 'logs' || name === undefined) return { name: logGroupArn as Field<string>, region };
  const { region: arnRegion, account: arnAccount } = arn;
  if (compare(arnAccount, account) === 'different') {
    const placeholder = shown(logGroupArn as Field<string>);
    return { name: { unreadable: `it is in account ${arnAccount}`, placeholder }, region: arnRegion };
  }
  return {
    name: isUnreadable(logGroupArn) ? { ...logGroupArn, placeholder: name } : name,
    region: arnRegion,
  };
}

/** The log groups of the evidence that a name means; of one that could not be read only what stands for it tells. */
export function resourcesOf(
  { name, region }: NamedLogGroup,
  account: Account,
): readonly Possible<LogGroup>[] {
  return account
    .logGroups(name, region)
    .filter(({ resource }) => !isUnreadable(name) || shown(resource.name) === name.placeholder);
}
