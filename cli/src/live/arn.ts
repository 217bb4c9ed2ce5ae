import { type Arn, parseArn } from '../../../src/field/arn';

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
