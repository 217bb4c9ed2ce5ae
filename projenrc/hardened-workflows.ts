import { Component, type github } from 'projen';
import { withVersions } from './pinned-actions';

type Workflow = github.GithubWorkflow;
type Writer = { synthesizeContent(resolver: unknown): string | undefined };

/** What actionlint and zizmor ask of every workflow, also of those that projen writes. To be made after all of them. */
export class HardenedWorkflows extends Component {
  public constructor(private readonly gitHub: github.GitHub) {
    super(gitHub.project);
  }

  public override preSynthesize(): void {
    for (const workflow of this.gitHub.workflows) {
      forgetCredentials(workflow);
      rewrite(workflow, (yaml) => withVersions(withoutPermissions(yaml)));
    }
  }
}

/** No later step pushes with the token of the checkout: https://docs.zizmor.sh/audits/#artipacked */
function forgetCredentials(workflow: Workflow): void {
  for (const [name, job] of Object.entries(workflow.jobs)) {
    for (const step of 'steps' in job ? job.steps : []) {
      if (step.id && step.uses?.startsWith('actions/checkout@')) {
        workflow.patchStep(name, step.id, { with: { ...step.with, 'persist-credentials': false } });
      }
    }
  }
}

/** Each job names its own. */
function withoutPermissions(yaml: string): string {
  return yaml.replace(/^jobs:$/m, 'permissions: {}\njobs:');
}

function rewrite({ file }: Workflow, change: (yaml: string) => string): void {
  if (!file) return;
  const writer = file as unknown as Writer;
  const synthesizeContent = writer.synthesizeContent.bind(file);
  writer.synthesizeContent = (resolver) => {
    const yaml = synthesizeContent(resolver);
    return yaml && change(yaml);
  };
}
