import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { doJob } from './job';

export interface NoticeJob {
  /** The function, as it is in the package. */
  readonly file: string;
  /** How many one delivery has. */
  readonly records: number;
}

export interface NoticeResult {
  readonly loadMilliseconds: number;
  readonly milliseconds: number;
  readonly messageKiB: number;
}

doJob<NoticeJob, NoticeResult>(async ({ file, records }) => {
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-1',
    TOPIC_ARN: 'arn:aws:sns:eu-west-1:111122223333:a',
    CHAT_TOPIC_ARN: 'arn:aws:sns:eu-west-1:111122223333:b',
  });
  const start = performance.now();
  const { handler } = require(file);
  const loadMilliseconds = performance.now() - start;

  let bytes = 0;
  const { SNSClient } = require(require.resolve('@aws-sdk/client-sns', { paths: [file] }));
  SNSClient.prototype.send = async ({ input }: { input: object }) => {
    bytes += Buffer.byteLength(JSON.stringify(input));
  };
  const logEvents = Array.from({ length: records }, (_, index) => ({
    message: JSON.stringify(recordOf(index)),
  }));
  const payload = { messageType: 'DATA_MESSAGE', owner: '111122223333', logGroup: 'trail', logEvents };
  const data = gzipSync(JSON.stringify(payload)).toString('base64');

  const begin = performance.now();
  await handler({ awslogs: { data } });
  return { loadMilliseconds, milliseconds: performance.now() - begin, messageKiB: bytes / 1024 };
});

function recordOf(index: number) {
  return {
    eventVersion: '1.10',
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:sts::111122223333:assumed-role/deploy/session-${index % 50}`,
      accountId: '111122223333',
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/deploy', userName: 'deploy' },
        attributes: { mfaAuthenticated: 'false' },
      },
    },
    eventTime: new Date(1_764_065_730_000 + 1000 * index).toISOString().replace('.000', ''),
    eventSource: 'ec2.amazonaws.com',
    eventName: 'CreateNetworkAclEntry',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '198.51.100.7',
    userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.9.8 (+https://www.terraform.io)',
    requestParameters: {
      networkAclId: 'acl-0a1b2c3d4e5f60001',
      ruleNumber: 1 + (index % 32_000),
      egress: index % 2 === 0,
      ruleAction: 'allow',
      icmpTypeCode: {},
      portRange: { from: index % 65_536, to: index % 65_536 },
      aclProtocol: '6',
      cidrBlock: index % 100 === 0 ? '0.0.0.0/0' : '192.0.2.0/24',
    },
    responseElements: { _return: true },
    eventID: `cd3dc8b6-cffb-41e4-163d-${String(index).padStart(12, '0')}`,
    recipientAccountId: '111122223333',
  };
}
