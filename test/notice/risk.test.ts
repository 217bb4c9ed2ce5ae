import { noticeOf } from '../../src/notice';
import { record } from './records';

const riskOf = (changes: object, request: object = {}) => {
  const { risk, reasons } = noticeOf(record(changes, request));
  return [risk, reasons.join('; ')];
};

test.each([
  [{}, 'inbound TCP port 22 (SSH) allowed from 0.0.0.0/0, every IPv4 address'],
  [
    { portRange: { from: 3389, to: 3389 }, aclProtocol: '17', cidrBlock: undefined, ipv6CidrBlock: '::/0' },
    'inbound UDP port 3389 (RDP) allowed from ::/0, every IPv6 address',
  ],
  [
    { cidrBlock: undefined, ipv6CidrBlock: '2000::/3' },
    'inbound TCP port 22 (SSH) allowed from 2000::/3, 1/8 of all IPv6 addresses; a /16 or shorter counts as everywhere',
  ],
  [
    { cidrBlock: '10.0.0.0/8' },
    'inbound TCP port 22 (SSH) allowed from 10.0.0.0/8, 1/256 of all IPv4 addresses; a /8 or shorter counts as everywhere',
  ],
  [
    { portRange: { from: 20, to: 25 } },
    'inbound TCP ports 20-25, with 22 (SSH) and 23 (Telnet) and 25 (SMTP) allowed from 0.0.0.0/0, every IPv4 address',
  ],
  [
    { portRange: { from: 1024, to: 65535 } },
    'inbound TCP ports 1024-65535, with 3389 (RDP) allowed from 0.0.0.0/0, every IPv4 address; return traffic needs such ranges too, up to 1024-65535',
  ],
  [
    { portRange: { from: '0', to: '65535' }, aclProtocol: 'tcp' },
    'inbound TCP all ports allowed from 0.0.0.0/0, every IPv4 address',
  ],
  [
    { portRange: {} }, // what the record lacks may be anything
    'inbound TCP unknown ports allowed from 0.0.0.0/0, every IPv4 address',
  ],
  [
    { aclProtocol: '-1', portRange: {} },
    'inbound all protocols and ports allowed from 0.0.0.0/0, every IPv4 address',
  ],
  [
    // EC2 ignores the ports of a rule for all protocols
    { aclProtocol: '-1', portRange: { from: 443, to: 443 } },
    'inbound all protocols and ports allowed from 0.0.0.0/0, every IPv4 address',
  ],
  [{ aclProtocol: '06' }, 'inbound TCP port 22 (SSH) allowed from 0.0.0.0/0, every IPv4 address'],
])('high: %j', (request, reason) => {
  expect(riskOf({}, request)).toEqual(['high', reason]);
  expect(riskOf({ eventName: 'ReplaceNetworkAclEntry' }, request)).toEqual(['high', reason]);
});

test('anything by root is high, and what the call was is said beside it', () => {
  const userIdentity = { type: 'Root', arn: 'arn:aws:iam::111122223333:root' };
  expect(riskOf({ userIdentity, eventName: 'DeleteNetworkAcl' })).toEqual([
    'high',
    'the root user made the call',
  ]);
  expect(riskOf({ userIdentity })).toEqual([
    'high',
    'inbound TCP port 22 (SSH) allowed from 0.0.0.0/0, every IPv4 address; the root user made the call',
  ]);
  expect(riskOf({ userIdentity, errorCode: 'Client.UnauthorizedOperation' })).toEqual([
    'high',
    'the root user made the call',
  ]);
});

test('a subnet that gets a default network ACL is high where a look-up says so, and not judged without', () => {
  const move = record({ eventName: 'ReplaceNetworkAclAssociation' });
  const judged = (isDefault?: boolean) => {
    const { risk, reasons } = noticeOf(move, {
      lookedUp: isDefault === undefined ? undefined : { isDefault, subnets: [] },
    });
    return [risk, ...reasons];
  };
  expect(judged(true)).toEqual(['high', 'a subnet now has a default network ACL']);
  expect(judged(false)).toEqual(['none', 'not a default network ACL']);
  expect(judged()).toEqual(['none', 'whether it is a default network ACL is not in the record']);
});

test.each(['Client.UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException', 'Client.AuthFailure'])(
  '%s is an attempt, and what it would have been is said',
  (errorCode) => {
    expect(riskOf({ errorCode })).toEqual([
      'attempt',
      'somebody was denied, nothing changed; it would have been inbound TCP port 22 (SSH) allowed from 0.0.0.0/0, every IPv4 address',
    ]);
    expect(riskOf({ errorCode }, { cidrBlock: '192.0.2.0/24' })).toEqual([
      'attempt',
      'somebody was denied, nothing changed',
    ]);
  },
);

test.each([
  [{ errorCode: 'Client.DryRunOperation' }, {}, 'a dry run, nothing changed'],
  [{ errorCode: 'Client.NetworkAclEntryAlreadyExists' }, {}, 'the call failed, nothing changed'],
  [{ errorCode: 'Server.InternalError' }, {}, 'AWS failed, its effect is not in the record'],
  [{ eventName: 'DeleteNetworkAcl' }, {}, 'only one without subnets can be deleted'],
  [{ eventName: 'DeleteNetworkAclEntry' }, {}, 'what the rule was is not in the record'],
  [{ eventName: 'CreateNetworkAcl' }, {}, 'a new network ACL has no subnets'],
  [{}, { ruleAction: 'deny' }, 'the rule denies'],
  [{}, { egress: true }, 'an outbound rule'],
  [{}, { egress: 'true' }, 'an outbound rule'],
  [{}, { cidrBlock: '0.0.0.0/9' }, 'limited to 0.0.0.0/9'],
  [{}, { cidrBlock: undefined, ipv6CidrBlock: '2001:db8::/17' }, 'limited to 2001:db8::/17'],
  [
    {},
    { portRange: { from: 3306, to: 3306 } },
    "TCP port 3306 (MySQL), no administrative port, but a database's: 3306 (MySQL)",
  ],
  [{}, { portRange: { from: 32768, to: 60999 } }, 'TCP ports 32768-60999, no administrative port'],
  [
    {},
    { aclProtocol: '1', portRange: {}, icmpTypeCode: { type: 8, code: 0 } },
    'ICMP type 8 code 0 (echo request), no administrative port',
  ],
  [{}, { aclProtocol: '47', portRange: {} }, 'GRE, no administrative port'],
  [
    {},
    { aclProtocol: '1', portRange: { from: 3306, to: 3306 } },
    'ICMP, no administrative port', // and no database's
  ],
  [{}, { ruleAction: undefined }, 'too much is not in the record'],
  [{}, { ruleAction: 'permit' }, 'too much is not in the record'],
  [{}, { cidrBlock: 'nonsense' }, 'too much is not in the record'],
  [{ requestParameters: null }, {}, 'too much is not in the record'],
])('none: %j %j', (changes, request, reason) => {
  expect(riskOf(changes, request)).toEqual(['none', reason]);
});
