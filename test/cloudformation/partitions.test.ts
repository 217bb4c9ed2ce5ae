import type { DeclaringStack } from '../../src/cloudformation/declaration';
import { resolve } from '../../src/cloudformation/intrinsics';

test.each([
  ['eu-west-1', 'aws', 'amazonaws.com'],
  ['us-east-1', 'aws', 'amazonaws.com'],
  ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
  ['us-iso-east-1', 'aws-iso', 'c2s.ic.gov'],
  ['us-isob-east-1', 'aws-iso-b', 'sc2s.sgov.gov'],
  ['eu-isoe-west-1', 'aws-iso-e', 'cloud.adc-e.uk'],
  ['us-isof-south-1', 'aws-iso-f', 'csp.hci.ic.gov'],
  ['eusc-de-east-1', 'aws-eusc', 'amazonaws.eu'],
  [undefined, '${AWS::Partition}', '${AWS::URLSuffix}'],
])('in the region %s the partition is %s, its suffix %s', (region, partition, suffix) => {
  const stack = {
    id: 'App/Security',
    account: '111122223333',
    region,
    resource: () => TOPIC,
  } as unknown as DeclaringStack;
  const TOPIC = {
    type: 'AWS::SNS::Topic',
    logicalId: 'T',
    properties: { TopicName: 'pager' },
    stack,
    origin: {},
  };
  expect(resolve({ 'Fn::Sub': '${AWS::Partition} ${AWS::URLSuffix}' }, stack)).toBe(`${partition} ${suffix}`);
  expect(resolve({ Ref: 'T' }, stack)).toBe(
    `arn:${partition}:sns:${region ?? '${AWS::Region}'}:111122223333:pager`,
  );
});
