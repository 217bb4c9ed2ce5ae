import type { Role, Trail } from '../../evidence/resource-model';
import { parseArn } from '../../field/arn';
import { type Field, isUnreadable, shown } from '../../field/field';
import { splitText } from '../../field/text';
import { type CheckOf, type Finding, fail, known, PASS, unknown } from '../check';
import { called } from '../names';
import { allows, denies } from '../policy/allows';
import { type Answer, all } from '../policy/answer';
import { judgeMeant } from '../possibilities';

const REMEDY =
  "give the trail a role of new ServicePrincipal('cloudtrail.amazonaws.com') that may write: logGroup.grantWrite(role)";

export const trailDeliveryRole: CheckOf<'trail'> = {
  id: 'trail-delivery-role',
  title: 'CloudTrail may write to the log group',
  link: 4,
  question: 'effect',
  about: 'trail',
  judge: (trail, { name, account }) => {
    const { deliveryRoleArn: arn } = trail;
    if (arn === undefined) return fail(`${name} has no role to write to its log group`, REMEDY);
    const roles = account.roles(arn as Field<string>);
    const what = `the role with which ${name} writes`;
    if (roles.length > 0) return judgeMeant(roles, what, (role) => judgeRole(role, trail, name));
    return unknown(
      `role "${known(arn, what)}", with which ${name} writes to its log group, is not part of the evidence`,
      REMEDY,
    );
  },
};

function judgeRole(role: Role, trail: Trail, trailName: string): Finding {
  const { origin } = role;
  const name = called('role', splitText(shown(role.arn), '/').at(-1) ?? '', origin);
  if (role.isDeleted) {
    return fail(`${name}, with which ${trailName} writes to its log group, does not exist`, REMEDY, origin);
  }
  const trust = role.trustPolicy === undefined ? [] : [role.trustPolicy as NonNullable<Role['trustPolicy']>];
  const assumes = allows(trust, {
    services: ['cloudtrail.amazonaws.com'],
    action: 'sts:AssumeRole',
    context: { 'aws:sourceaccount': trail.account, 'aws:sourcearn': trail.arn },
  });
  if (assumes === false)
    return fail(`${name} does not let cloudtrail.amazonaws.com assume it`, REMEDY, origin);
  const isOrganization = known(
    trail.isOrganizationTrail,
    'whether the trail is an organization trail',
    trail.origin,
  );
  const streams = [ownStream(trail), ...(isOrganization ? [memberStream(trail, role)] : [])];
  const answers = streams.map((stream) => all(ACTIONS.map((action) => mayWrite(role, action, stream))));
  if (answers[0] === false) {
    const isDenied = ACTIONS.some((action) =>
      denies(role.policies, { action, resource: streams[0], context: NOT_SUPPORTED }),
    );
    const remedy = isDenied
      ? `leave out the statement of its policies that denies ${ACTIONS.join(' or ')}`
      : REMEDY;
    return fail(`${name} may not write to the log group of the trail`, remedy, origin);
  }
  if (answers[1] === false) {
    return fail(
      `${name} may write the events of its own account to the log group, but not those of the other accounts of the organization, whose log streams start with the organization's id`,
      'let it write to log-stream:ORGANIZATION_ID_* as well, or give it the whole group: logGroup.grantWrite(role)',
      origin,
    );
  }
  known(
    all([assumes, ...answers, ...whatMayDeny(role)]),
    `whether ${name} may write to the log group`,
    origin,
  );
  return PASS;
}

const ACTIONS = ['logs:CreateLogStream', 'logs:PutLogEvents'];

function mayWrite(role: Role, action: string, resource: Field<string>): Answer {
  const own = allows(role.policies, { action, resource, context: NOT_SUPPORTED });
  // What the policies of the evidence do not allow, one outside of it may.
  return own === true || role.otherPolicies.length === 0 ? own : outside(role.otherPolicies[0]);
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html */
const NOT_SUPPORTED = { 'aws:sourcearn': null, 'aws:sourceaccount': null };

function ownStream({ account, region, ...trail }: Trail): Field<string> {
  return streamOf(trail, `${account}_CloudTrail_${region}`);
}

/** The streams of an organization trail start with the organization's id, which only the policies can tell. */
function memberStream({ account, region, ...trail }: Trail, { policies }: Role): Field<string> {
  const [, id = '${organization}'] = /:log-stream:(o-[a-z0-9]+)_/.exec(JSON.stringify(policies)) ?? [];
  return streamOf(trail, `${id}_${account}_CloudTrail_${region}`);
}

function streamOf({ logGroupArn = '' }: Pick<Trail, 'logGroupArn'>, stream: string): Field<string> {
  const arn = logGroupArn as Field<string>;
  const text = `${shown(arn).replace(/:\*$/, '')}:log-stream:${stream}`;
  return isUnreadable(arn) ? { ...arn, placeholder: text } : text;
}

/** What can take back what is allowed: a boundary, and a policy of the customer; AWS's own do not deny writing logs. */
function whatMayDeny({ otherPolicies, permissionsBoundary }: Role): Answer[] {
  const customers = otherPolicies.filter((arn) => isUnreadable(arn) || parseArn(arn)?.account !== 'aws');
  const boundary = permissionsBoundary === undefined ? [] : [permissionsBoundary as Field<string>];
  return [...customers, ...boundary].map(outside);
}

function outside(policy: Field<string>): Answer {
  return { unreadable: `policy ${shown(policy)} is not part of the evidence`, placeholder: shown(policy) };
}
