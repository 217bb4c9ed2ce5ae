import { optionNames } from '../arguments';
import type { Command } from '../command';
import { EXIT } from '../exit-status';
import { runCommand } from '../run-command';
import type { Terminal } from '../terminal';
import { UsageError } from '../usage-error';
import { COMMAND as AUDIT } from './audit';
import { COMMAND as CHANGES } from './changes';
import { COMMAND as CHECK } from './check';
import { COMMAND as DRILL } from './drill';
import { COMMAND as EXPLAIN } from './explain';
import { COMMAND as PLAN } from './plan';
import { COMMAND as TEST } from './test';

export const COMMAND: Command = {
  name: 'completion',
  synopsis: 'bash|zsh|fish',
  help: `Prints what makes a shell complete the names of commands and options.

Examples:
  nacl-change-monitor completion bash >> ~/.bashrc
  nacl-change-monitor completion zsh >> ~/.zshrc
  nacl-change-monitor completion fish >> ~/.config/fish/config.fish`,
  options: {},
  run: async ({ positionals: [shell, ...others] }, output) => {
    const script = others.length === 0 && Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
    if (!script) throw new UsageError('name one shell: bash, zsh or fish');
    await output.print(script());
    return EXIT.SOUND;
  },
};

export const completion = (args: readonly string[], terminal: Terminal) =>
  runCommand(COMMAND, args, terminal);

const SCRIPTS: Readonly<Record<string, () => string>> = {
  bash,
  zsh: () => `autoload -U +X bashcompinit && bashcompinit\n${bash()}`,
  fish,
};

/** Each command with its options, those of all commands among them. */
function commands(): { readonly name: string; readonly options: string[] }[] {
  return [AUDIT, CHANGES, CHECK, DRILL, EXPLAIN, PLAN, TEST, COMMAND].map((command) => ({
    name: command.name,
    options: optionNames(command).map((option) => `--${option}`),
  }));
}

function bash(): string {
  const cases = commands().map(({ name, options }) => `    ${name}) words="${options.join(' ')}" ;;`);
  return `_nacl_change_monitor() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands()
      .map(({ name }) => name)
      .join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _nacl_change_monitor nacl-change-monitor
`;
}

function fish(): string {
  const lines = commands().flatMap(({ name, options }) => [
    `complete -c nacl-change-monitor -n __fish_use_subcommand -a ${name}`,
    ...options.map(
      (option) =>
        `complete -c nacl-change-monitor -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`,
    ),
  ]);
  return `${lines.join('\n')}\n`;
}
