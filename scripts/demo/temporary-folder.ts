import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One folder for every temporary file of this process and its children, gone when this process ends. */
export function useTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'nacl-change-monitor-demo-'));
  process.env.TMPDIR = folder; // what os.tmpdir() and Python's tempfile read
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
