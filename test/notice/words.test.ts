import { noticeOf } from '../../src/notice';
import { record } from './records';

const RULE = 'inbound, allow TCP port 22 (SSH) from 0.0.0.0/0';
const ACL = 'network ACL acl-0a1b2c3d4e5f60001';

test.each([
  ['CreateNetworkAclEntry', undefined, `Added rule 100 to ${ACL}: ${RULE}`],
  [
    'CreateNetworkAclEntry',
    'Client.UnauthorizedOperation',
    `Denied: tried to add rule 100 to ${ACL}: ${RULE}`,
  ],
  [
    'CreateNetworkAclEntry',
    'Client.RequestLimitExceeded',
    `Failed: tried to add rule 100 to ${ACL}: ${RULE}`,
  ],
  [
    'CreateNetworkAclEntry',
    'Client.DryRunOperation',
    `Dry run: to add rule 100 to ${ACL}: ${RULE} would have succeeded`,
  ],
  [
    'ReplaceNetworkAclEntry',
    undefined,
    `Replaced rule 100 of ${ACL} (what it was is not in the record), now: ${RULE}`,
  ],
  [
    'ReplaceNetworkAclEntry',
    'AccessDenied',
    `Denied: tried to replace rule 100 of ${ACL} (what it was is not in the record), with: ${RULE}`,
  ],
  [
    'DeleteNetworkAclEntry',
    undefined,
    `Deleted inbound rule 100 of ${ACL} (what it was is not in the record)`,
  ],
  ['DeleteNetworkAcl', undefined, `Deleted ${ACL}`],
  ['DeleteNetworkAcl', 'Client.DependencyViolation', `Failed: tried to delete ${ACL}`],
])('%s with the error %s', (eventName, errorCode, action) => {
  expect(noticeOf(record({ eventName, errorCode })).action).toBe(action);
});

test.each([
  [{ ruleNumber: 32767 }, 'Added rule * (32767) to '],
  [{ ruleNumber: '110' }, 'Added rule 110 to '],
  [{ ruleNumber: undefined }, 'Added rule of unknown number to '],
  [{ egress: undefined }, ': unknown direction, allow TCP port 22 (SSH) from 0.0.0.0/0'],
  [{ egress: true }, ': outbound, allow TCP port 22 (SSH) to 0.0.0.0/0'],
  [{ aclProtocol: 'udp', portRange: { from: 53, to: 53 } }, 'allow UDP port 53 (DNS) from'],
  [{ portRange: { from: 4000, to: 4010 } }, 'allow TCP ports 4000-4010 from'],
  [{ portRange: { from: 4000, to: 4000 } }, 'allow TCP port 4000 from'],
  [{ aclProtocol: '200' }, 'allow protocol 200 from'],
  [{ aclProtocol: '-1' }, 'allow all protocols and ports from'],
  [{ aclProtocol: 'icmp', icmpTypeCode: { type: -1, code: -1 } }, 'allow ICMP from'],
  [{ aclProtocol: '58', icmpTypeCode: { type: 128, code: -1 } }, 'allow ICMPv6 type 128 (echo request) from'],
  [{ cidrBlock: undefined, ipv6CidrBlock: '::/0' }, 'from ::/0'],
  [{ networkAclId: 'x\ny' }, 'network ACL "x\\u{a}y"'],
])('a rule with %j', (request, words) => {
  expect(noticeOf(record({}, request)).action).toContain(words);
});

const role = (changes: object) => ({ ...(record().userIdentity as object), ...changes });

test.each([
  [role({}), 'role network-team, session carol'],
  [
    role({
      arn: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_x_0123456789abcdef/a@b.example',
      sessionContext: {
        sessionIssuer: {
          arn: 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_x_0123456789abcdef',
          userName: 'AWSReservedSSO_Admin_x_0123456789abcdef',
        },
      },
    }),
    'a@b.example (Identity Center, Admin_x); role AWSReservedSSO_Admin_x_0123456789abcdef',
  ],
  // Only AWS makes roles below /aws-reserved/: whoever names a role so chooses the session's name too.
  ...['', 'x:role/aws-reserved/sso.amazonaws.com/'].map((path): [object, string] => [
    role({
      arn: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/a@b.example',
      sessionContext: {
        sessionIssuer: {
          arn: `arn:aws:iam::111122223333:role/${path}AWSReservedSSO_Admin_0123456789abcdef`,
          userName: 'AWSReservedSSO_Admin_0123456789abcdef',
        },
      },
    }),
    'role AWSReservedSSO_Admin_0123456789abcdef, session a@b.example',
  ]),
  [role({ accountId: '444455556666' }), 'role network-team, session carol; of account 444455556666'],
  [
    role({
      sessionContext: {
        sourceIdentity: 'carol.smith',
        webIdFederationData: { federatedProvider: 'arn:aws:iam::1:oidc-provider/x' },
      },
    }),
    'role network-team, session carol; source identity carol.smith; signed in through arn:aws:iam::1:oidc-provider/x',
  ],
  [
    role({ invokedBy: 'autoscaling.amazonaws.com' }),
    'role network-team, session carol; by way of autoscaling.amazonaws.com',
  ],
  [{ type: 'Root' }, 'the root user'],
  [{ type: 'IAMUser', userName: 'bob' }, 'IAM user bob'],
  [{ type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/team/bob' }, 'IAM user bob'],
  [{ type: 'FederatedUser', arn: 'arn:aws:sts::111122223333:federated-user/eve' }, 'Federated user eve'],
  [{ type: 'SAMLUser', userName: 'eve', principalId: 'x:y' }, 'SAML user eve'],
  [{ type: 'WebIdentityUser', userName: 'eve' }, 'WebIdentity user eve'],
  [
    { type: 'IdentityCenterUser', principalId: 'p', onBehalfOf: { userId: 'u-1' } },
    'IdentityCenter user p; for Identity Center user u-1',
  ],
  [
    { type: 'AWSAccount', principalId: 'AIDA1', accountId: '444455556666' },
    'AWS account AIDA1; of account 444455556666',
  ],
  [
    { type: 'AWSService', invokedBy: 'vpc.amazonaws.com' },
    'AWS service vpc.amazonaws.com; by way of vpc.amazonaws.com',
  ],
  [{ type: 'Something', arn: 'arn:x:y' }, 'Something y'],
  [undefined, 'unknown'],
])('who: %j', (userIdentity, who) => {
  expect(noticeOf(record({ userIdentity })).who).toBe(who);
});

test.each([
  [
    { userAgent: 'console.ec2.amazonaws.com' },
    'console, as the caller says (user agent console.ec2.amazonaws.com)',
  ],
  [{ userAgent: 'console.amazonaws.com', sessionCredentialFromConsole: 'true' }, 'console'],
  [
    { userAgent: 'x HashiCorp Terraform/1.9' },
    'Terraform, as the caller says (user agent "x HashiCorp Terraform/1.9")',
  ],
  [{ userAgent: 'Boto3/1.35' }, 'Boto, as the caller says (user agent Boto3/1.35)'],
  [{ userAgent: 'curl/8' }, 'API, as the caller says (user agent curl/8)'],
  [{ userAgent: undefined }, 'API, as the caller says (user agent unknown)'],
  [{ sourceIPAddress: 'cloudformation.amazonaws.com' }, 'CloudFormation'],
  [{ sourceIPAddress: 'vpc.amazonaws.com' }, 'the service vpc.amazonaws.com'],
  // Anybody can write this there.
  [
    { userAgent: 'cloudformation.amazonaws.com' },
    'API, as the caller says (user agent cloudformation.amazonaws.com)',
  ],
])('how: %j', (changes, how) => {
  expect(noticeOf(record(changes)).how).toBe(how);
});

test.each([
  ['true', 'yes'],
  [true, 'yes'],
  ['false', 'no'],
  [undefined, 'not in the record'],
])('MFA: %j', (mfaAuthenticated, mfa) => {
  const userIdentity = role({ sessionContext: { attributes: { mfaAuthenticated } } });
  expect(noticeOf(record({ userIdentity })).mfa).toBe(mfa);
});

test('the account is the one in which it happened', () => {
  expect(noticeOf(record({ recipientAccountId: '999988887777' })).account).toBe('999988887777');
  expect(noticeOf(record({ recipientAccountId: undefined })).account).toBe('111122223333');
});

test('the error is said in words, without what is encoded', () => {
  const errorMessage =
    'You are not authorized to perform this operation. Encoded authorization failure message: S3cr3t';
  const { errorCode, error } = noticeOf(record({ errorCode: 'Client.UnauthorizedOperation', errorMessage }));
  expect([errorCode, error]).toEqual([
    'Client.UnauthorizedOperation',
    'You are not authorized to perform this operation.',
  ]);
});

test.each([
  [
    'eu-west-1',
    'https://eu-west-1.console.aws.amazon.com/vpcconsole/home?region=eu-west-1#NetworkAclDetails:networkAclId=acl-0a1b2c3d4e5f60001',
  ],
  [
    'cn-north-1',
    'https://cn-north-1.console.amazonaws.cn/vpcconsole/home?region=cn-north-1#NetworkAclDetails:networkAclId=acl-0a1b2c3d4e5f60001',
  ],
  [
    'us-gov-west-1',
    'https://us-gov-west-1.console.amazonaws-us-gov.com/vpcconsole/home?region=us-gov-west-1#NetworkAclDetails:networkAclId=acl-0a1b2c3d4e5f60001',
  ],
  ['us-iso-east-1', undefined], // its console's address is not public
  ['evil.example/', undefined],
])('the console of %s', (awsRegion, link) => {
  expect(noticeOf(record({ awsRegion })).links.networkAcl).toBe(link);
});

test('the history of the rule is a query on the log group', () => {
  const { links } = noticeOf(record(), { logGroup: { name: '/trail/logs', region: 'us-east-1' } });
  const [, query] = (links.history ?? '').split('queryDetail$3D');
  const once = query.replace(/\$25/g, '%');
  expect(
    decodeURIComponent(once).replace(/\*([0-9A-F]{2})/g, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  ).toBe(
    "~(end~0~start~-2592000~timeType~'RELATIVE~unit~'seconds~editorString~'filter requestParameters.networkAclId=\"acl-0a1b2c3d4e5f60001\" and requestParameters.ruleNumber=100~source~(~'/trail/logs))",
  );
  expect(links.history).toMatch(
    /^https:\/\/us-east-1\.console\.aws\.amazon\.com\/cloudwatch\/home\?region=us-east-1#logsV2:/,
  );
  expect(links.event).toBe(
    'https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1#/events?EventId=cd3dc8b6-cffb-41e4-163d-cbd857ca87da',
  );
});
