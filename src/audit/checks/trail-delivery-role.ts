import type { Role, Snapshot, Trail } from '../../evidence/snapshot';
import { compare, type Field, isUnreadable, shown } from '../../field/field';
import { splitText } from '../../field/text';
import { type Check, type Finding, fail, PASS, unknown } from '../check';
import { withTrail } from '../judging/with-trail';
import { called, couldNotRead } from '../judging/words';
import { allows } from '../policy/allows';
import { type Answer, all } from '../policy/answer';

const REMEDY =
  "give the trail a role of new ServicePrincipal('cloudtrail.amazonaws.com') that may write: logGroup.grantWrite(role)";

export const trailDeliveryRole: Check = {
  id: 'trail-delivery-role',
  title: 'CloudTrail may write to the log group',
  link: 4,
  question: 'effect',
  judge: (chain, snapshot) =>
    withTrail(chain, (trail) => {
      const { deliveryRoleArn: arn, origin } = trail;
      const name = called('trail', trail.name, origin);
      if (arn === undefined) return fail(`${name} has no role to write to its log group`, REMEDY, origin);
      const role = snapshot.roles.find((candidate) => compare(candidate.arn, arn) === 'same');
      if (role) return judgeRole(role, trail, snapshot);
      if (isUnreadable(arn)) return couldNotRead(`the role with which ${name} writes`, arn, origin);
      return unknown(
        `role "${arn}", with which ${name} writes to its log group, is not part of the evidence`,
        REMEDY,
        origin,
      );
    }),
};

function judgeRole(role: Role, trail: Trail, { account }: Snapshot): Finding {
  const { origin } = role;
  const name = called('role', splitText(shown(role.arn), '/').at(-1) ?? '', origin);
  const trust = role.trustPolicy === undefined ? [] : [role.trustPolicy];
  const assumes = allows(trust, {
    services: ['cloudtrail.amazonaws.com'],
    action: 'sts:AssumeRole',
    context: {},
  });
  if (assumes === false)
    return fail(`${name} does not let cloudtrail.amazonaws.com assume it`, REMEDY, origin);
  const stream = streamOf(trail, account);
  const writes = ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => {
    const own = allows(role.policies, { action, resource: stream, context: NOT_SUPPORTED });
    return own === true ? own : orElsewhere(own, role);
  });
  if (writes.includes(false))
    return fail(`${name} may not write to the log group of the trail`, REMEDY, origin);
  const answer = all([assumes, ...writes, ...others(role)]);
  return isUnreadable(answer)
    ? couldNotRead(`whether ${name} may write to the log group`, answer, origin)
    : PASS;
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html */
const NOT_SUPPORTED = { 'aws:sourcearn': null, 'aws:sourceaccount': null };

function streamOf({ logGroupArn = '', region }: Trail, account: string): Field<string> {
  const text = `${shown(logGroupArn).replace(/:\*$/, '')}:log-stream:${account}_CloudTrail_${region}`;
  return isUnreadable(logGroupArn) ? { ...logGroupArn, standIn: text } : text;
}

/** What the policies in the evidence do not allow, one outside of it may. */
function orElsewhere(answer: Answer, { otherPolicies }: Role): Answer {
  return otherPolicies.length === 0 ? answer : outside(otherPolicies[0]);
}

/** What can take back what is allowed: a boundary, and a policy of the customer; AWS's own do not deny writing logs. */
function others({ otherPolicies, permissionsBoundary }: Role): Answer[] {
  const customers = otherPolicies.filter(
    (arn) => isUnreadable(arn) || !/^arn:[^:]+:iam::aws:policy\//.test(arn),
  );
  const boundary = permissionsBoundary === undefined ? [] : [permissionsBoundary];
  return [...customers, ...boundary].map(outside);
}

function outside(policy: Field<string>): Answer {
  return { unreadable: `policy ${shown(policy)} is not part of the evidence`, standIn: shown(policy) };
}
