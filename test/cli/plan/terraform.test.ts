import { spawnSync } from 'node:child_process';
import { terraform } from '../../../cli/src/plan/outputs/terraform';
import { ALL, FILTER_AND_ALARM } from './stacks';

/** Terraform's own parser of its language. */
const HCLFMT = 'github.com/hashicorp/hcl/v2/cmd/hclfmt@v2.25.0';

const hasGo = spawnSync('go', ['version']).status === 0;
if (!hasGo) process.stderr.write('skipped: hclfmt: Go is needed, and go was not found\n');

(hasGo ? describe : describe.skip)('the parser of Terraform', () => {
  jest.setTimeout(300_000); // the first time Go downloads and compiles it

  const errorsIn = (input: string) =>
    spawnSync('go', ['run', HCLFMT, '-check'], { input, encoding: 'utf8' }).stderr;

  test('reads each configuration', () => {
    expect(ALL.map((parts) => errorsIn(terraform(parts)))).toEqual(ALL.map(() => ''));
  });

  test('reads a name with all that its language knows', () => {
    const logGroupName = 'a"b\\c${d}%{e}$${f}\n#g//h/*\'`\u2028\b\f\u0001';
    expect(errorsIn(terraform({ ...FILTER_AND_ALARM, logGroupName }))).toBe('');
  });

  test('sees a brace that is not closed', () => {
    expect(errorsIn(terraform(FILTER_AND_ALARM).replace(/\}\n$/, ''))).toMatch(
      /Unclosed configuration block/,
    );
  });
});
