import { github } from 'projen';

/** What the repository's own script asks, on every Node.js that the package supports. */
export function addBuildWorkflow(gitHub: github.GitHub): void {
  const workflow = gitHub.addWorkflow('build');
  workflow.on({ pullRequest: {}, workflowDispatch: {} });
  workflow.addJob('build', {
    name: 'Node.js ${{ matrix.node }}',
    runsOn: ['ubuntu-latest'],
    permissions: { contents: github.workflows.JobPermission.READ },
    strategy: { failFast: false, matrix: { domain: { node: [20, 22, 24] } } },
    steps: [
      { name: 'Checkout', uses: 'actions/checkout@pinned' },
      {
        name: 'Node.js',
        uses: 'actions/setup-node@pinned',
        with: { 'node-version': '${{ matrix.node }}', 'package-manager-cache': false },
      },
      { name: 'Python', uses: 'actions/setup-python@pinned', with: { 'python-version': '3.11' } },
      // Maven comes with the runner.
      {
        name: 'Java',
        uses: 'actions/setup-java@pinned',
        with: { distribution: 'corretto', 'java-version': '17' },
      },
      { name: 'Go', uses: 'actions/setup-go@pinned', with: { 'go-version': '1.26', cache: false } },
      // With it the .NET package is compiled, as the release does.
      { name: '.NET', uses: 'actions/setup-dotnet@pinned', with: { 'dotnet-version': '6.x', cache: false } },
      { name: 'Check', run: '.ci/run' },
    ],
  });
}
