/**
 * One event as CloudTrail writes it, whose every field that a reader looks at says that it is a drill. The event name is one
 * of the six, so that the chain counts it.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function markedEvent(id: string, account: string, region: string, time: Date): string {
  return JSON.stringify({
    eventVersion: '1.11',
    userIdentity: { type: 'Unknown', accountId: account, principalId: 'nacl-change-monitor-drill' },
    eventTime: `${time.toISOString().slice(0, 19)}Z`,
    eventSource: 'ec2.amazonaws.com',
    eventName: 'CreateNetworkAcl',
    awsRegion: region,
    sourceIPAddress: 'nacl-change-monitor-drill',
    userAgent: 'nacl-change-monitor drill: this is a test, no network ACL was created',
    requestParameters: {
      drill: 'this is a test of nacl-change-monitor, no network ACL was created',
      drillId: id,
    },
    responseElements: null,
    requestID: id,
    eventID: id,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  });
}
