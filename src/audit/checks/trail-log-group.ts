import { isUnreadable } from '../../field/field';
import { type CheckOf, fail, known } from '../check';
import { logGroupOf, resourcesOf } from '../fed-log-group';

export const trailLogGroup: CheckOf<'trail'> = {
  id: 'trail-log-group',
  title: 'The trail feeds a log group',
  link: 4,
  question: 'letter',
  about: 'trail',
  judge: (trail, { name, account }) => {
    const { logGroupArn } = trail;
    const logGroup = logGroupOf(trail, account.id);
    if (!logGroup) {
      return fail(
        `${name} feeds no log group; it may feed an external SIEM through S3, which the benchmark accepts from v4.0 and nobody can see here`,
        'set cloudWatchLogsLogGroupArn: logGroup.logGroupArn and cloudWatchLogsRoleArn: role.roleArn, or accept the account with a reason: coveredAccounts',
      );
    }
    // A group of the evidence is known, whatever its name turns out to be.
    if (isUnreadable(logGroupArn) && resourcesOf(logGroup, account).length > 0) return undefined;
    if (known(logGroupArn, `which log group ${name} feeds`)?.startsWith('arn:')) return undefined;
    return fail(
      `${name} feeds "${logGroupArn}", which is not the ARN of a log group`,
      'set cloudWatchLogsLogGroupArn: logGroup.logGroupArn',
    );
  },
};
