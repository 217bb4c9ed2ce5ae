import { callsIn } from '../../bench/command-line/calls';
import { measuredProcess, peakIn, whyNotMeasured } from '../../bench/measured-process';

// GNU time is part of no operating system: where it is missing, the bench says so in the place of figures.
const testMeasured = whyNotMeasured() ? test.skip : test;

testMeasured('the most memory that a process had counts, not what it has in the end', async () => {
  const script = 'let much = Buffer.alloc(200 * 2 ** 20, 1); much = undefined; process.stderr.write("done")';
  const { peakMiB, stderr } = await measuredProcess([process.execPath, '-e', script]);
  expect(peakMiB).toBeGreaterThan(200);
  expect(stderr).toMatch(/^done/);
});

testMeasured('a process that fails is not measured', async () => {
  const script = 'process.stderr.write("it is broken"); process.exit(3)';
  await expect(measuredProcess([process.execPath, '-e', script])).rejects.toThrow(
    /ended with 3:\nit is broken/,
  );
});

test('the peak is what GNU time says last', () => {
  expect(peakIn('peak 1\nUnknown topic\npeak 2048\n')).toBe(2);
});

test('calls are the lines of the verbose command line that tell of one', () => {
  const stderr = [
    'sts:GetCallerIdentity us-east-1 12 ms',
    'cloudtrail:DescribeTrails us-east-1 1034 ms',
    'kms:DescribeKey us-east-1 3 ms: AccessDeniedException',
    'Account 111122223333 is done.',
    'peak 119328',
    '',
  ].join('\n');
  expect(callsIn(stderr)).toBe(3);
});
