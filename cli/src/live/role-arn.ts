import { UsageError } from '../usage-error';
import { accountOf } from './arn';
import type { Sessions, Target } from './sessions';

/** The account of a role, which is asked with it from now on. */
export function addRoleOf(roleArn: string, sessions: Sessions): Target {
  const account = accountOf(roleArn);
  if (!account || !/^arn:[\w-]+:iam::\d{12}:role\/./.test(roleArn)) {
    throw new UsageError(
      `"${roleArn}" is no role: give its ARN, such as arn:aws:iam::111122223333:role/Auditor`,
    );
  }
  sessions.addRole(account, roleArn);
  return { account };
}
