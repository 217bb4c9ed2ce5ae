import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder that each test of the file finds empty. */
export class TemporaryFolder {
  private folder = '';

  constructor() {
    beforeEach(() => {
      this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'evidence-')));
    });
    afterEach(() => rmSync(this.folder, { recursive: true }));
  }

  public path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** @param content what is not text is written as JSON */
  public write(name: string, content: unknown): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }
}
