import { readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts a report in JUnit's XML; nothing passed where there is none. */
export function junitCounts(file: string): Counts {
  const xml = readOrNothing(file);
  const count = (element: string) => xml.match(new RegExp(`<${element}[ />]`, 'g'))?.length ?? 0;
  const failed = count('failure') + count('error');
  const skipped = count('skipped');
  return { passed: count('testcase') - failed - skipped, failed, skipped };
}

/** Counts the events of `go test -json`: tests without subtests, and subtests. */
export function goCounts(file: string): Counts {
  const events: { Action: string; Test?: string }[] = readOrNothing(file)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  const isParent = (name: string) => events.some(({ Test }) => Test?.startsWith(`${name}/`));
  const count = (action: string) =>
    events.filter(({ Action, Test }) => Action === action && Test && !isParent(Test)).length;
  return { passed: count('pass'), failed: count('fail'), skipped: count('skip') };
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
