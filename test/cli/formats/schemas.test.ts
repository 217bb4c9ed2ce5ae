import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { FORMATS } from '../../../cli/src/formats';
import { findPython } from '../../../python/find-python';
import { virtualEnvironmentPython } from '../../../python/virtual-environment';
import { REPORT } from './report';

const SCHEMAS = join(__dirname, 'schemas');

const python = findPython();
if ('missing' in python) process.stderr.write(`skipped: the schemas of reports: ${python.missing}\n`);

('missing' in python ? describe.skip : describe)('the published schemas', () => {
  jest.setTimeout(60_000);
  let executable: string;
  beforeAll(async () => {
    executable = await virtualEnvironmentPython(join(SCHEMAS, 'requirements.txt'));
  }, 300_000); // installing takes most of it, once

  const errorsOf = (format: keyof typeof FORMATS, text: string): string[] => {
    const script = join(SCHEMAS, 'validate.py');
    const { stdout, stderr } = spawnSync(executable, [script, format], { input: text, encoding: 'utf8' });
    if (stdout === '') throw new Error(`${format}: ${stderr}`);
    return JSON.parse(stdout);
  };

  test.each([
    ['sarif', '"ruleId"', '"ruleld"', /'ruleld' was unexpected/],
    ['ocsf', '"finding_info"', '"finding_inf"', /'finding_info' is a required property/],
    ['asff', '"SchemaVersion"', '"SchemeVersion"', /Missing required parameter/],
    ['junit', ' name="', ' title="', /missing required attribute 'name'|'title' attribute not allowed/],
  ] as const)('%s is valid, and would not be with %s as %s', (format, name, other, error) => {
    const text = FORMATS[format].print(REPORT, { isColoured: false });
    expect(errorsOf(format, text)).toEqual([]);
    expect(errorsOf(format, text.replaceAll(name, other)).join('\n')).toMatch(error);
  });

  test('what is more than a batch of Security Hub is valid too, batch by batch', () => {
    const [account] = REPORT.accounts;
    const accounts = Array.from({ length: 101 }, (_, i) => ({
      ...account,
      result: { ...account.result, account: String(100_000_000_000 + i) },
    }));
    const text = FORMATS.asff.print({ ...REPORT, accounts }, { isColoured: false });
    expect(JSON.parse(text)).toHaveLength(101);
    expect(errorsOf('asff', text)).toEqual([]);
  });
});
