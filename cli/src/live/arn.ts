import type { Trail } from '../../../src/evidence/resource-model';
import { type Arn, parseArn } from '../../../src/field/arn';
import { readable } from '../../../src/field/field';

/** The account that an ARN names; undefined for any other text. */
export function accountOf(arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : parseArn(arn)?.account;
}

export function serviceOf(arn: string | undefined): Arn['service'] | undefined {
  return arn === undefined ? undefined : parseArn(arn)?.service;
}

/** The name of the log group in `arn:...:log-group:NAME:*`. */
export function logGroupName(arn: string): string | undefined {
  return /^log-group:(.*?)(:\*)?$/.exec(parseArn(arn)?.resource ?? '')?.[1];
}

/** The name of the log group that a trail feeds; undefined where there is none, or it is of another account. */
export function fedLogGroup(trail: Trail | undefined): string | undefined {
  const arn = readable(trail?.logGroupArn);
  return typeof arn === 'string' && accountOf(arn) === trail?.account ? logGroupName(arn) : undefined;
}
