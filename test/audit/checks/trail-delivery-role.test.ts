import { trailDeliveryRole } from '../../../src/audit/checks/trail-delivery-role';
import { type Difference, finding, HIDDEN, judged, ROLE, statement } from '../sound-account';

const allow = (actions: string[], ...resources: string[]) => ({
  policies: [{ statements: [statement({ actions, resources })] }],
});
const BOTH = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const MAY_NOT = 'FAIL: role "trail-writer" may not write to the log group of the trail';
const STREAMS = 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:log-stream:';
const OWN_STREAMS = `${STREAMS}111122223333_CloudTrail_eu-central-1*`;
const ORGANIZATION = { isOrganizationTrail: true };
const MEMBERS =
  'FAIL: role "trail-writer" may write the events of its own account to the log group, but not those of the other accounts of the organization, whose log streams start with the organization\'s id';
const open = (policy: string) =>
  `UNKNOWN: whether role "trail-writer" may write to the log group could not be read: policy ${policy} is not part of the evidence`;

test.each<[string, Difference, string]>([
  ['a role that may write', {}, 'PASS'],
  [
    'no role',
    { trail: { deliveryRoleArn: undefined } },
    'FAIL: trail "management-events" has no role to write to its log group',
  ],
  [
    'a role outside the evidence',
    { role: null },
    'UNKNOWN: role "arn:aws:iam::111122223333:role/trail-writer", with which trail "management-events" writes to its log group, is not part of the evidence',
  ],
  [
    'a role that could not be read',
    { role: null, trail: { deliveryRoleArn: HIDDEN } },
    'UNKNOWN: the role with which trail "management-events" writes could not be read: it comes from a parameter',
  ],
  [
    'a role that was deleted',
    { role: { isDeleted: true, trustPolicy: undefined, policies: [] } },
    'FAIL: role "trail-writer", with which trail "management-events" writes to its log group, does not exist',
  ],
  [
    'a role for another service',
    {
      role: {
        trustPolicy: {
          statements: [
            statement({ principals: { Service: ['ec2.amazonaws.com'] }, actions: ['sts:AssumeRole'] }),
          ],
        },
      },
    },
    'FAIL: role "trail-writer" does not let cloudtrail.amazonaws.com assume it',
  ],
  [
    'a trust policy that could not be read',
    { role: { trustPolicy: HIDDEN } },
    'UNKNOWN: whether role "trail-writer" may write to the log group could not be read: it comes from a parameter',
  ],
  [
    'a role whose name is made up on deployment, without policies',
    {
      trail: { deliveryRoleArn: 'arn:aws:iam::111122223333:role/${App/Logging.Writer}' },
      role: { arn: 'arn:aws:iam::111122223333:role/${App/Logging.Writer}', policies: [] },
    },
    'FAIL: role Logging/Writer may not write to the log group of the trail',
  ],
  ['one of the two actions', { role: allow(['logs:PutLogEvents'], '*') }, MAY_NOT],
  ['the action with a wildcard', { role: allow(['logs:*'], '*') }, 'PASS'],
  [
    'the streams as AWS documents them',
    {
      role: allow(
        BOTH,
        'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events:log-stream:111122223333_CloudTrail_eu-central-1*',
      ),
    },
    'PASS',
  ],
  [
    'the group without its streams',
    { role: allow(BOTH, 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/events') },
    MAY_NOT,
  ],
  [
    'another group',
    { role: allow(BOTH, 'arn:aws:logs:eu-central-1:111122223333:log-group:/audit/other:*') },
    MAY_NOT,
  ],
  [
    'a deny',
    {
      role: {
        policies: [
          ...ROLE.policies,
          { statements: [statement({ effect: 'Deny', actions: ['logs:Put*'], resources: ['*'] })] },
        ],
      },
    },
    MAY_NOT,
  ],
  [
    'a condition on the source, which CloudTrail does not name here',
    {
      role: {
        policies: [
          {
            statements: [
              statement({
                actions: BOTH,
                resources: ['*'],
                conditions: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
              }),
            ],
          },
        ],
      },
    },
    MAY_NOT,
  ],
  [
    'a policy that could not be read beside the grant',
    { role: { policies: [...ROLE.policies, HIDDEN] } },
    'UNKNOWN: whether role "trail-writer" may write to the log group could not be read: it comes from a parameter',
  ],
  [
    'a managed policy of AWS beside the grant',
    { role: { otherPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] } },
    'PASS',
  ],
  [
    'a managed policy of AWS instead of the grant',
    { role: { policies: [], otherPolicies: ['arn:aws:iam::aws:policy/CloudWatchLogsFullAccess'] } },
    open('arn:aws:iam::aws:policy/CloudWatchLogsFullAccess'),
  ],
  [
    'a managed policy of the customer beside the grant, which may deny',
    { role: { otherPolicies: ['arn:aws:iam::111122223333:policy/company'] } },
    open('arn:aws:iam::111122223333:policy/company'),
  ],
  [
    'a permissions boundary',
    { role: { permissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary' } },
    open('arn:aws:iam::111122223333:policy/boundary'),
  ],
  [
    'a role under a condition',
    { role: { condition: 'IsProduction' } },
    'UNKNOWN: the role with which trail "management-events" writes could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'two roles of one name under conditions, of which one may not write',
    {
      more: {
        roles: [
          { ...ROLE, condition: 'IsProduction' },
          { ...ROLE, policies: [], condition: 'IsTest' },
        ],
      },
    },
    'UNKNOWN: the role with which trail "management-events" writes could not be read: it depends on the condition "IsProduction"',
  ],
  [
    'the same two in another order',
    {
      more: {
        roles: [
          { ...ROLE, policies: [], condition: 'IsTest' },
          { ...ROLE, condition: 'IsProduction' },
        ],
      },
    },
    'UNKNOWN: the role with which trail "management-events" writes could not be read: it depends on the condition "IsTest"',
  ],
  [
    'two roles of one name under conditions that both may write',
    {
      more: {
        roles: [
          { ...ROLE, condition: 'IsProduction' },
          { ...ROLE, condition: 'IsTest' },
        ],
      },
    },
    'PASS',
  ],
  [
    'an organization trail that writes its own streams only',
    { trail: ORGANIZATION, role: allow(BOTH, OWN_STREAMS) },
    MEMBERS,
  ],
  [
    'an organization trail that writes the streams of the organization too',
    { trail: ORGANIZATION, role: allow(BOTH, OWN_STREAMS, `${STREAMS}o-exampleorgid_*`) },
    'PASS',
  ],
  [
    'an organization trail that writes the streams of the organization only',
    { trail: ORGANIZATION, role: allow(BOTH, `${STREAMS}o-exampleorgid_*`) },
    MAY_NOT,
  ],
  ['an organization trail that writes to the whole group', { trail: ORGANIZATION }, 'PASS'],
  [
    'what may be an organization trail, which writes to its own streams',
    { trail: { isOrganizationTrail: HIDDEN }, role: allow(BOTH, OWN_STREAMS) },
    'UNKNOWN: whether the trail is an organization trail could not be read: it comes from a parameter',
  ],
])('%s', (_, difference, expected) => {
  expect(judged(trailDeliveryRole, difference)).toBe(expected);
});

test('says what it is about and what mends it', () => {
  expect(finding(trailDeliveryRole, { role: { policies: [] } })).toEqual({
    outcome: 'FAIL',
    reason: 'role "trail-writer" may not write to the log group of the trail',
    remedy:
      "give the trail a role of new ServicePrincipal('cloudtrail.amazonaws.com') that may write: logGroup.grantWrite(role)",
    subject: { path: 'Logging/Writer' },
  });
});

test('a deny is not mended by one more statement that allows', () => {
  expect(
    finding(trailDeliveryRole, {
      role: {
        policies: [
          ...ROLE.policies,
          { statements: [statement({ effect: 'Deny', actions: ['logs:Put*'], resources: ['*'] })] },
        ],
      },
    }),
  ).toMatchObject({
    remedy: 'leave out the statement of its policies that denies logs:CreateLogStream or logs:PutLogEvents',
  });
});
