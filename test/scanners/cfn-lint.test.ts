import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloudFormation } from '../../cli/src/plan/outputs/cloudformation';
import { queueSubscription, type SynthesizedTemplate, synthesizeDefault } from './default-template';
import { expectDocumented, type Finding } from './findings';
import { describeScanner } from './python-scanner';

interface Match {
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: string[] };
}

const CFN_LINT = {
  name: 'cfn-lint',
  requirements: 'requirements.txt',
  run: ['-c', 'import sys; from cfnlint.runner import main; sys.exit(main())'],
};

const PLAN = {
  account: '111122223333',
  region: 'us-east-1',
  partition: 'aws',
  trail: false,
  logGroup: false,
  role: false,
  filter: true,
  alarm: true,
  logGroupName: '/events',
  metric: { namespace: 'NaclChangeMonitor', name: 'NetworkAclChanges' },
  emails: ['security@example.com'],
};
const PLANNED = [
  { what: 'all', parts: { trail: true, logGroup: true, role: true } },
  { what: 'a log group', parts: { logGroup: true, role: true } },
  { what: 'an address that is asked for', parts: { emails: [] } },
  {
    what: 'filter and alarm',
    parts: { topicArn: 'arn:aws:sns:us-east-1:111122223333:security', emails: [] },
  },
];

describeScanner(CFN_LINT, (scan, version) => {
  function lint({ file, pathOf }: SynthesizedTemplate, ...regions: string[]): Finding[] {
    const matches = scan('--format', 'json', '--regions', ...regions, '--template', file) as Match[];
    return matches.map(({ Rule, Location: { Path } }) => ({ rule: Rule.Id, resource: pathOf(Path[1]) }));
  }

  test('finds nothing but what is documented, in any region', () => {
    const scope = 'In all regions, those of `aws-us-gov` and `aws-cn` included';
    expectDocumented({ name: CFN_LINT.name, version, scope }, lint(synthesizeDefault(), 'ALL_REGIONS'));
  });

  test('finds nothing where a queue is subscribed', () => {
    expect(lint(synthesizeDefault({ subscription: queueSubscription }), 'ALL_REGIONS')).toEqual([]);
  });

  test('finds nothing with notices', () => {
    expect(lint(synthesizeDefault({ notices: true }), 'ALL_REGIONS')).toEqual([]);
  });

  test.each(['us-gov-west-1', 'cn-north-1'])('finds nothing in %s', (region) => {
    expect(lint(synthesizeDefault(), region)).toEqual([]);
  });

  test.each(PLANNED)('finds nothing in what a plan deploys: $what', ({ parts }) => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-'));
    try {
      const file = join(folder, 'template.json');
      writeFileSync(file, cloudFormation({ ...PLAN, ...parts }));
      const found = scan('--format', 'json', '--regions', 'us-east-1', '--template', file) as Match[];
      expect(found.map(({ Rule, Location: { Path } }) => `${Rule.Id} ${Path.join('.')}`)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('sees a property that does not exist', () => {
    const synthesized = synthesizeDefault();
    const broken = synthesized.text.replace('"IsMultiRegionTrail"', '"IsMultiRegionTrial"');
    writeFileSync(synthesized.file, broken);
    expect(lint(synthesized, 'us-east-1')).toContainEqual({ rule: 'E3002', resource: 'NaclChanges/Trail' });
  });
});
