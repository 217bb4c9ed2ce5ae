import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../../python/run-child';
import { checkGoModule } from './artefacts/go';
import { answers, show } from './commands';
import { EXAMPLES, synthesizeExample } from './example';
import type { Language } from './language';
import { writePlannedApps } from './planned-apps';
import { goCounts } from './reports';

const APP = join(__dirname, 'go');
const EXAMPLE = join(EXAMPLES, 'go');
const MODULE = 'github.com/cdk-nacl-change-monitor/cdk-nacl-change-monitor-go/cdknaclchangemonitor';

export const go: Language = {
  name: 'Go',
  target: 'go',
  missing: () => (answers('go', 'version') ? undefined : 'Go is needed, and go was not found'),
  async run(tally, room) {
    await tally.check('what the Go module is made of', () => checkGoModule(room));
    await tally.check('go vet', () => runChild('go', ['vet', '.'], { cwd: APP }));

    await tally.check('go vet of what "plan" prints', async () => {
      const cwd = join(room.temporary, 'planned-go');
      writePlannedApps('go', cwd, (number) => `planned${number}/main.go`);
      const module = readFileSync(join(APP, 'go.mod'), 'utf8');
      writeFileSync(join(cwd, 'go.mod'), module.replace('../../../dist', room.dist));
      copyFileSync(join(APP, 'go.sum'), join(cwd, 'go.sum'));
      await runChild('go', ['vet', './...'], { cwd });
    });

    const report = join(room.reports, 'go.json');
    // -count=1: what TypeScript came to is no file of the module, so Go would show what it remembers.
    const script = `go test -count=1 -json . > "${report}"`;
    await tally.suite(
      'go test',
      () =>
        show('sh', ['-c', script], { cwd: APP, env: { EXPECTED: room.expected } }).finally(() =>
          print(report),
        ),
      () => goCounts(report),
    );

    await tally.check('examples/go', () =>
      synthesizeExample(room, (environment) => {
        // A workspace puts what was built in the place of the release that the example asks for.
        const GOWORK = join(room.temporary, 'go.work');
        const built = join(room.dist, 'go', 'cdknaclchangemonitor');
        writeFileSync(GOWORK, `go 1.25.0\n\nuse ${EXAMPLE}\n\nreplace ${MODULE} => ${built}\n`);
        return runChild('go', ['run', '.'], {
          cwd: EXAMPLE,
          env: { ...process.env, GOWORK, ...environment },
        });
      }),
    );
  },
};

/** What `go test -v` would have said. */
function print(report: string): void {
  for (const line of readFileSync(report, 'utf8').split('\n')) {
    const said = line.startsWith('{') ? JSON.parse(line).Output : line;
    if (said && !said.startsWith('=== ')) process.stdout.write(said);
  }
}
