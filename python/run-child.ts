import { type ExecFileOptions, execFile } from 'node:child_process';

/** Runs a program to its end and returns what it printed. It does not outlive this process. */
export function runChild(
  executable: string,
  parameters: string[],
  options: ExecFileOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const all = { maxBuffer: 1 << 24, ...options, encoding: 'utf8' } as const;
    const child = execFile(executable, parameters, all, (error, stdout, stderr) => {
      process.off('exit', endToo);
      if (error) {
        reject(new Error(stderr.trim() || error.message));
      } else {
        resolve(stdout);
      }
    });
    const endToo = () => child.kill();
    process.once('exit', endToo);
  });
}
