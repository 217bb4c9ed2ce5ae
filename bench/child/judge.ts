import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { GROWTH } from '../accounts';
import { doJob } from './job';

export interface JudgeJob {
  readonly library: string;
  /** Of a row of `GROWTH`. */
  readonly title: string;
  readonly size: number;
}

export interface JudgeResult {
  readonly milliseconds: number;
}

/** Judges templates, one an account, as the plug-in does. */
doJob<JudgeJob, JudgeResult>(({ library, title, size }) => {
  const { NaclChangeMonitorValidator } = require(library);
  const templates = GROWTH.find((growth) => growth.title === title)?.templates(size) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'nacl-change-monitor-bench-'));
  try {
    const artifacts = templates.map((template, i) => {
      writeFileSync(join(folder, `${i}.template.json`), JSON.stringify(template));
      const environment = `aws://${111111111111 + i}/eu-central-1`;
      const properties = { templateFile: `${i}.template.json` };
      return [`Stack${i}`, { type: 'aws:cloudformation:stack', environment, properties }];
    });
    writeFileSync(
      join(folder, 'manifest.json'),
      JSON.stringify({ version: '54.0.0', artifacts: Object.fromEntries(artifacts) }),
    );
    const templatePaths = templates.map((_, i) => join(folder, `${i}.template.json`));
    const plugin = new NaclChangeMonitorValidator();
    const start = performance.now();
    plugin.validate({ templatePaths });
    return { milliseconds: performance.now() - start };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
