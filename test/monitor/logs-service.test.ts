import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { NaclChangeMonitor, RequireNaclChangeMonitor } from '../../src';
import { monitored, propertiesOf, WEBHOOK, warnings } from './monitored-stack';

const logsIn = (stack: Stack): string[] =>
  propertiesOf(stack, 'AWS::KMS::Key', 'NaclChangesKey')
    .KeyPolicy.Statement.map((one: any) => String(one.Principal.Service))
    .filter((service: string) => service.startsWith('logs.'));

// One region of each partition, its domain, and how its key policies have to name CloudWatch Logs.
const PARTITIONS: [region: string, domain: string, principal: string][] = [
  ['eu-central-1', 'amazonaws.com', 'logs.eu-central-1.amazonaws.com'],
  ['us-gov-west-1', 'amazonaws.com', 'logs.us-gov-west-1.amazonaws.com'],
  ['cn-north-1', 'amazonaws.com.cn', 'logs.cn-north-1.amazonaws.com.cn'],
  ['eusc-de-east-1', 'amazonaws.eu', 'logs.eusc-de-east-1.amazonaws.com'],
  ['us-iso-east-1', 'c2s.ic.gov', 'logs.us-iso-east-1.c2s.ic.gov'],
  ['us-isob-east-1', 'sc2s.sgov.gov', 'logs.us-isob-east-1.sc2s.sgov.gov'],
  ['eu-isoe-west-1', 'cloud.adc-e.uk', 'logs.eu-isoe-west-1.cloud.adc-e.uk'],
  ['us-isof-south-1', 'csp.hci.ic.gov', 'logs.us-isof-south-1.csp.hci.ic.gov'],
];

test.each(PARTITIONS)('in a stack of %s', (region, _, principal) => {
  const { stack } = monitored({}, { env: { account: '111122223333', region } });
  expect(logsIn(stack)).toEqual([principal]);
});

test.each(PARTITIONS)('in a template for any region that is deployed in %s', (region, domain, principal) => {
  const [service] = logsIn(monitored().stack);
  expect(service).toBe('logs.${AWS::Region}.${AWS::URLSuffix} with amazonaws.com for amazonaws.eu');
  // What CloudFormation makes of it: it joins the parts into which it split the text.
  expect(`logs.${region}.${domain.split('amazonaws.eu').join('amazonaws.com')}`).toBe(principal);
});

test('in a region that is newer than the CDK: as in a template for any region', () => {
  const { stack } = monitored({}, { env: { account: '111122223333', region: 'eu-moon-1' } });
  expect(logsIn(stack)).toEqual(['logs.eu-moon-1.${AWS::URLSuffix} with amazonaws.com for amazonaws.eu']);
});

test.each([...PARTITIONS.map(([region]) => region), undefined])(
  '%s: the Aspect finds nothing wrong',
  (region) => {
    const app = new App();
    const stack = new Stack(app, 'Security', { env: { account: '111122223333', region } });
    new NaclChangeMonitor(stack, 'NaclChanges', { subscriptions: [WEBHOOK()] });
    Aspects.of(app).add(new RequireNaclChangeMonitor());
    expect(warnings(stack)).toEqual([]);
    expect(Annotations.fromStack(stack).findInfo('*', Match.anyValue())).toEqual([]);
  },
);
