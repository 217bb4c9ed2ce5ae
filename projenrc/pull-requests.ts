import type { github } from 'projen';

/** What the title of a pull request may begin with: https://www.conventionalcommits.org */
export const COMMIT_TYPES = [
  'feat',
  'fix',
  'perf',
  'refactor',
  'docs',
  'test',
  'build',
  'ci',
  'chore',
  'style',
  'revert',
];

export const PULL_REQUEST_TEMPLATE = [
  '## Why',
  '',
  '<!-- What a user notices, and the issue: "Fixes #1". The title is a conventional commit: its type decides the next version. -->',
  '',
  '## How it was checked',
  '',
  '- [ ] `.ci/run` passes',
  '- [ ] a test that failed before',
  '- [ ] docs, docstrings and examples say what is now so',
];

/** The lint reads the title and nothing else: it needs neither a token that writes nor the secrets of the target branch. */
export function hardenPullRequestLint(gitHub: github.GitHub): void {
  const lint = gitHub.tryFindWorkflow('pull-request-lint');
  lint?.on({
    pullRequestTarget: undefined,
    pullRequest: { types: ['opened', 'edited', 'reopened', 'synchronize'] },
  });
  lint?.file?.addOverride('jobs.validate.permissions.pull-requests', 'read');
}
