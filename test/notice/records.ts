/** A record of CreateNetworkAclEntry as CloudTrail writes it, with what a test changes in it. */
export function record(changes: object = {}, request: object = {}): Record<string, unknown> {
  return {
    eventVersion: '1.10',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLEID0000001:carol',
      arn: 'arn:aws:sts::111122223333:assumed-role/network-team/carol',
      accountId: '111122223333',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: 'arn:aws:iam::111122223333:role/teams/network-team',
          userName: 'network-team',
        },
        attributes: { mfaAuthenticated: 'true' },
      },
    },
    eventTime: '2026-11-25T10:15:30Z',
    eventSource: 'ec2.amazonaws.com',
    eventName: 'CreateNetworkAclEntry',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '198.51.100.7',
    userAgent: 'aws-cli/2.22.0',
    requestParameters: {
      networkAclId: 'acl-0a1b2c3d4e5f60001',
      ruleNumber: 100,
      egress: false,
      ruleAction: 'allow',
      icmpTypeCode: {},
      portRange: { from: 22, to: 22 },
      aclProtocol: '6',
      cidrBlock: '0.0.0.0/0',
      ...request,
    },
    responseElements: { _return: true },
    eventID: 'cd3dc8b6-cffb-41e4-163d-cbd857ca87da',
    recipientAccountId: '111122223333',
    ...changes,
  };
}
