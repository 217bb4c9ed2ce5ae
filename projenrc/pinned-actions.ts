import type { github } from 'projen';

/**
 * Every action by the commit of one of its releases, because a tag can be moved.
 * To move a pin: take the commit of the newer release's tag (`git ls-remote --tags`, of an annotated tag the line that ends
 * in `^{}`), and write both down here.
 */
const PINS: Readonly<Record<string, { readonly version: string; readonly commit: string }>> = {
  'actions/checkout': { version: 'v7.0.1', commit: '3d3c42e5aac5ba805825da76410c181273ba90b1' },
  'actions/dependency-review-action': {
    version: 'v5.0.0',
    commit: 'a1d282b36b6f3519aa1f3fc636f609c47dddb294',
  },
  'actions/download-artifact': { version: 'v8.0.1', commit: '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c' },
  'actions/setup-dotnet': { version: 'v6.0.0', commit: 'a98b56852c35b8e3190ac28c8c2271da59106c68' },
  'actions/setup-go': { version: 'v7.0.0', commit: 'b7ad1dad31e06c5925ef5d2fc7ad053ef454303e' },
  'actions/setup-java': { version: 'v6.0.0', commit: 'dd06d9cba3e5552c54d9f8ea23572deb30010f7c' },
  'actions/setup-node': { version: 'v7.0.0', commit: '820762786026740c76f36085b0efc47a31fe5020' },
  'actions/setup-python': { version: 'v7.0.0', commit: '5fda3b95a4ea91299a34e894583c3862153e4b97' },
  'actions/upload-artifact': { version: 'v7.0.1', commit: '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a' },
  'amannn/action-semantic-pull-request': {
    version: 'v6.1.1',
    commit: '48f256284bd46cdaab1048c3721360e808335d50',
  },
  'github/codeql-action/analyze': { version: 'v4.38.2', commit: '2892aa5e19bbd11bc0cff5427e3b750a04d9e3c2' },
  'github/codeql-action/init': { version: 'v4.38.2', commit: '2892aa5e19bbd11bc0cff5427e3b750a04d9e3c2' },
  'github/codeql-action/upload-sarif': {
    version: 'v4.38.2',
    commit: '2892aa5e19bbd11bc0cff5427e3b750a04d9e3c2',
  },
  'ossf/scorecard-action': { version: 'v2.4.3', commit: '4eaacf0543bb3f2c246792bd56e8cdeffafb205a' },
  'peter-evans/create-pull-request': {
    version: 'v8.1.1',
    commit: '5f6978faf089d4d20b00c7766989d076bb2fc7f1',
  },
};

/** Replaces whatever version projen would take of these actions. */
export function pinActions(actions: github.GitHubActionsProvider): void {
  for (const [action, { commit }] of Object.entries(PINS)) {
    actions.set(action, `${action}@${commit}`);
  }
}

/** Writes the version behind each commit, which projen's YAML has no comments for. */
export function withVersions(yaml: string): string {
  return yaml.replace(/^(\s+(?:- )?uses: )(\S+)@(\S+)$/gm, (line, _uses, action, commit) => {
    const pin = PINS[action];
    if (pin?.commit !== commit) {
      throw new Error(`${action}@${commit} is not pinned in projenrc/pinned-actions.ts`);
    }
    return `${line} # ${pin.version}`;
  });
}
