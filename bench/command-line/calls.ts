/** How many calls to AWS `--verbose` tells of. */
export function callsIn(stderr: string): number {
  return stderr.split('\n').filter((line) => /^\w+:\w+ .* ms/.test(line)).length;
}
