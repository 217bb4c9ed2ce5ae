import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const FOLDER = resolve(__dirname, '../../.github/workflows');
const WORKFLOWS = readdirSync(FOLDER).map((file) => ({
  file,
  text: readFileSync(join(FOLDER, file), 'utf8'),
}));

/** Those that users are to copy. */
const RECIPES = readdirSync(join(FOLDER, '../../docs'))
  .filter((name) => name.endsWith('.md'))
  .flatMap((file) => {
    const page = readFileSync(join(FOLDER, '../../docs', file), 'utf8');
    return [...page.matchAll(/^```yaml\n([\s\S]*?^jobs:[\s\S]*?)^```$/gm)].map(([, text]) => ({
      file,
      text,
    }));
  });

const workflow = (name: string) => parse(readFileSync(join(FOLDER, name), 'utf8'));

test.each([...WORKFLOWS, ...RECIPES])(
  '$file takes every action by a commit, and names its version',
  ({ text }) => {
    const others = text
      .split('\n')
      .filter((line) => /\buses:/.test(line))
      .filter((line) => !/ uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
    expect(others).toEqual([]);
  },
);

test.each([...WORKFLOWS, ...RECIPES])('$file gives no permission but those that a job names', ({ text }) => {
  const { permissions, jobs } = parse(text);
  expect(permissions).toEqual({});
  for (const job of Object.values<{ permissions?: object }>(jobs)) {
    expect(job.permissions).toEqual(expect.any(Object));
  }
});

test('a workflow to copy has the pins of our own', () => {
  const pinsOf = (workflows: typeof RECIPES) =>
    workflows.flatMap(({ text }) => [...text.matchAll(/ uses: (.*)$/gm)].map(([, pin]) => pin));
  expect(pinsOf(RECIPES).length).toBeGreaterThan(0);
  expect(pinsOf(WORKFLOWS)).toEqual(expect.arrayContaining(pinsOf(RECIPES)));
});

test('a pull request has to pass what `.ci/run` asks, on each Node.js that is supported', () => {
  const { build } = workflow('build.yml').jobs;
  expect(build.strategy.matrix.node).toEqual([20, 22, 24]);
  expect(build.steps.at(-1).run).toBe('.ci/run');
  expect(build.permissions).toEqual({ contents: 'read' });
});

test('the job that makes a release builds it, and writes nothing', () => {
  expect(workflow('release.yml').jobs.release.permissions).toEqual({ contents: 'read' });
});

test('the lint of the title runs no code of the target branch with its secrets', () => {
  const { on, jobs } = workflow('pull-request-lint.yml');
  expect(Object.keys(on).sort()).toEqual(['merge_group', 'pull_request']);
  expect(jobs.validate.permissions).toEqual({ 'pull-requests': 'read' });
});

test('the command line is published beside the library', () => {
  const { steps } = workflow('release.yml').jobs.release_npm;
  expect(steps.map(({ run }: { run?: string }) => run)).toContain(
    'mv .repo/dist dist && mv dist.old/cli/*.tgz dist/js/',
  );
  const { tasks } = JSON.parse(readFileSync(join(__dirname, '../../.projen/tasks.json'), 'utf8'));
  expect(tasks.package.steps).toContainEqual({ spawn: 'package:cli' });
});
