import { dirname, join } from 'node:path';

/** Python keeps what it compiled with its virtual environment, and leaves no `__pycache__` in the working tree. */
export function compiledBeside(python: string): NodeJS.ProcessEnv {
  return { PYTHONPYCACHEPREFIX: join(dirname(dirname(python)), 'compiled') };
}
