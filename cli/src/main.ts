#!/usr/bin/env node
import { cli } from './cli';
import { ownTerminal } from './terminal';

void cli(process.argv.slice(2), ownTerminal()).then((status) => {
  process.exitCode = status;
});
