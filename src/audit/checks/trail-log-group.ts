import { isUnreadable } from '../../field/field';
import { type Check, fail, PASS } from '../check';
import { withTrail } from '../judging/with-trail';
import { called, couldNotRead } from '../judging/words';

export const trailLogGroup: Check = {
  id: 'trail-log-group',
  title: 'The trail feeds a log group',
  link: 4,
  question: 'letter',
  judge: (chain) =>
    withTrail(chain, ({ name, logGroupArn, origin }) => {
      const trail = called('trail', name, origin);
      if (logGroupArn === undefined) {
        return fail(
          `${trail} feeds no log group; it may feed an external SIEM through S3, which the benchmark accepts from v4.0 and nobody can see here`,
          'set cloudWatchLogsLogGroupArn: logGroup.logGroupArn and cloudWatchLogsRoleArn: role.roleArn, or accept the account with a reason: coveredAccounts',
          origin,
        );
      }
      if (!isUnreadable(logGroupArn) && !logGroupArn.startsWith('arn:')) {
        return fail(
          `${trail} feeds "${logGroupArn}", which is no ARN of a log group`,
          'set cloudWatchLogsLogGroupArn: logGroup.logGroupArn',
          origin,
        );
      }
      // A group of the evidence is known, whatever its name turns out to be.
      if (chain.logGroup || !isUnreadable(logGroupArn)) return PASS;
      return couldNotRead(`which log group ${trail} feeds`, logGroupArn, origin);
    }),
};
