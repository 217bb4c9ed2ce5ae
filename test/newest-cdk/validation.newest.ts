import { version } from 'aws-cdk-lib/package.json';
import {
  pathInStack,
  queueSubscription,
  type SynthesizedTemplate,
  synthesizeDefault,
} from '../scanners/default-template';
import { expectDocumented, type Finding } from '../scanners/findings';

const VALIDATOR = 'CloudFormation Validate';

// The configuration of these tests turns it off for the others.
beforeAll(() => {
  delete process.env.CDK_VALIDATION;
});
// The engine is loaded once a process, which takes some seconds.
jest.setTimeout(60_000);

function findingsOf({ reports }: SynthesizedTemplate): Finding[] {
  const own = reports.find((report) => report.pluginName === VALIDATOR);
  return (own?.violations ?? []).flatMap(({ ruleName, violatingConstructs }) =>
    violatingConstructs.map((one) => ({ rule: ruleName, resource: pathInStack(one.constructPath) })),
  );
}

// CDK says it again on the console; the report is what counts.
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation();
});
afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['an email address', undefined],
  ['a queue', queueSubscription],
])('with %s the newest CDK finds nothing but what is documented', (_, subscription) => {
  const scope = "The newest CDK's own validation of CloudFormation templates";
  expectDocumented({ name: 'aws-cdk-lib', version, scope }, findingsOf(synthesizeDefault({ subscription })));
});

test('the validation is on: it sees a property that does not exist', () => {
  const broken = synthesizeDefault({
    change: ({ trail }) => trail?.addPropertyOverride('IsMultiRegionTrial', true),
  });
  expect(findingsOf(broken)).toContainEqual({ rule: 'F3002', resource: 'NaclChanges/Trail' });
});
