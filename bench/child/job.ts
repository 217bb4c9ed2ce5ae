import { readFileSync } from 'node:fs';

/** What a child process reports: its findings, and the most memory that it ever had. */
export type Reported<Result> = Result & { readonly peakMiB: number };

/** Does the job that the parent passed, and reports to it. */
export async function doJob<Job, Result extends object>(work: (job: Job) => Result | Promise<Result>) {
  const result = await work(JSON.parse(process.argv[2]));
  process.exitCode = 0; // CDK 2.258 to 2.261 set it to 1 where a plug-in has a finding
  const reported: Reported<Result> = { ...result, peakMiB: peakMiB() };
  process.send?.(reported);
}

/** Not `process.resourceUsage()` on Linux: a child starts there with the peak of the process that started it. */
function peakMiB(): number {
  const kibibytes =
    process.platform === 'linux'
      ? Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
      : process.resourceUsage().maxRSS;
  return kibibytes / 1024;
}
