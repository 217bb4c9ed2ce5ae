import { github } from 'projen';

const { READ, WRITE } = github.workflows.JobPermission;

/** Both write to the security tab of the repository, on every change of `main` and once a week. */
export function addSecurityWorkflows(gitHub: github.GitHub): void {
  addCodeQl(gitHub);
  addScorecard(gitHub);
}

/** https://docs.github.com/en/code-security/code-scanning */
function addCodeQl(gitHub: github.GitHub): void {
  const workflow = gitHub.addWorkflow('codeql');
  workflow.on({ push: { branches: ['main'] }, pullRequest: {}, schedule: [{ cron: '23 4 * * 1' }] });
  workflow.addJob('analyze', {
    name: 'Analyze ${{ matrix.language }}',
    runsOn: ['ubuntu-latest'],
    permissions: { contents: READ, securityEvents: WRITE },
    strategy: {
      failFast: false,
      matrix: { domain: { language: ['actions', 'javascript-typescript', 'python'] } },
    },
    steps: [
      { name: 'Checkout', uses: 'actions/checkout@pinned' },
      {
        name: 'Prepare',
        uses: 'github/codeql-action/init@pinned',
        with: { languages: '${{ matrix.language }}', 'build-mode': 'none' },
      },
      {
        name: 'Analyze',
        uses: 'github/codeql-action/analyze@pinned',
        with: { category: '/language:${{ matrix.language }}' },
      },
    ],
  });
}

/** https://github.com/ossf/scorecard-action: to publish what it found, it takes no other steps in its job. */
function addScorecard(gitHub: github.GitHub): void {
  const workflow = gitHub.addWorkflow('scorecard');
  workflow.on({ push: { branches: ['main'] }, branchProtectionRule: {}, schedule: [{ cron: '41 4 * * 1' }] });
  workflow.addJob('analysis', {
    runsOn: ['ubuntu-latest'],
    permissions: { contents: READ, securityEvents: WRITE, idToken: WRITE },
    steps: [
      { name: 'Checkout', uses: 'actions/checkout@pinned' },
      {
        name: 'Score',
        uses: 'ossf/scorecard-action@pinned',
        with: { results_file: 'results.sarif', results_format: 'sarif', publish_results: true },
      },
      {
        name: 'Upload',
        uses: 'github/codeql-action/upload-sarif@pinned',
        with: { sarif_file: 'results.sarif' },
      },
    ],
  });
}
