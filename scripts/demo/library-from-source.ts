/**
 * Loaded before the example app, which imports the library by its published name: lets that name mean this checkout's
 * source, so that the demo needs no build and shows what is here.
 */
import Module from 'node:module';
import { resolve } from 'node:path';

type Resolve = (request: string, ...rest: unknown[]) => string;

const loader = Module as unknown as { _resolveFilename: Resolve };
const resolveFilename = loader._resolveFilename;
loader._resolveFilename = (request, ...rest) =>
  resolveFilename(request === 'cdk-nacl-change-monitor' ? resolve(__dirname, '../../src') : request, ...rest);
