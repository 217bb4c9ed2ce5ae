import { spawnSync } from 'node:child_process';
import { run } from './terminal';

/** What bash offers behind these words. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout } = await run(['completion', 'bash']);
  const ask = `${stdout}
COMP_WORDS=(nacl-change-monitor ${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length}
_nacl_change_monitor
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout: printed, stderr } = spawnSync('bash', ['--norc', '-c', ask], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return printed.trim().split('\n');
}

test('bash completes commands', async () => {
  expect(await offered('ex')).toEqual(['explain']);
  expect(await offered('c')).toEqual(['changes', 'check', 'completion']);
});

test('bash completes the options of a command, and files', async () => {
  expect(await offered('audit', '--role')).toEqual(['--role-arn', '--role-name']);
  expect(await offered('explain', '--role')).toEqual(['']);
  expect(await offered('check', '--cov')).toEqual(['--covered', '--covered-file']);
  expect(await offered('check', 'package.js')).toEqual(['package.json']);
});

test('zsh takes what bash takes', async () => {
  const [zsh, bash] = [await run(['completion', 'zsh']), await run(['completion', 'bash'])];
  expect(zsh.stdout).toBe(`autoload -U +X bashcompinit && bashcompinit\n${bash.stdout}`);
});

test('fish has a line for each option', async () => {
  const { stdout } = await run(['completion', 'fish']);
  expect(stdout).toContain(
    "complete -c nacl-change-monitor -n '__fish_seen_subcommand_from audit' -l profile\n",
  );
});

test.each([[['tcsh']], [['bash', 'zsh']], [['constructor']]])('%j is no shell', async (shells) => {
  expect(await run(['completion', ...shells])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'nacl-change-monitor: name one shell: bash, zsh or fish.\n',
  });
});
