import { join } from 'node:path';
import { bundleNotice } from '../../projenrc/bundle-notice';

/** The file that is in the package, made anew: `lib` may be missing or older than the sources. */
export function builtNotice(): string {
  const file = join(__dirname, '../../lib/notice/notice.lambda.js');
  bundleNotice(file);
  return file;
}
