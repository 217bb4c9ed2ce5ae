import { type ExecFileOptions, execFile } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Runs a program to its end and returns what it printed. Told each line as it comes, if asked. It does not outlive this process. */
export function runChild(
  executable: string,
  parameters: string[],
  options: ExecFileOptions = {},
  onLine?: (line: string) => void,
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
    if (onLine && child.stdout) createInterface(child.stdout).on('line', onLine);
    const endToo = () => child.kill();
    process.once('exit', endToo);
  });
}
