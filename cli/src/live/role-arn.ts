import { UsageError } from '../usage-error';
import { accountOf } from './arn';
import type { Sessions, Target } from './sessions';

/** @throws UsageError where it is no role's ARN */
export function checkRoleArn(roleArn: string): void {
  if (/^arn:[\w-]+:iam::\d{12}:role\/./.test(roleArn)) return;
  throw new UsageError(
    `"${roleArn}" is no role: give its ARN, such as arn:aws:iam::111122223333:role/Auditor`,
  );
}

/** The account of a role, which is asked with it from now on. */
export function addRoleOf(roleArn: string, sessions: Sessions): Target {
  checkRoleArn(roleArn);
  const account = accountOf(roleArn) as string;
  sessions.addRole(account, roleArn);
  return { account };
}
