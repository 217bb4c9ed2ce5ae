import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const { tasks } = JSON.parse(readFileSync(resolve(__dirname, '../../.projen/tasks.json'), 'utf8'));

test('the packages are made of what rosetta has translated', () => {
  const steps = tasks['package-all'].steps.map(({ spawn }: { spawn: string }) => spawn);
  expect(steps).toEqual([
    'compile',
    'rosetta',
    'package:js',
    'package:java',
    'package:python',
    'package:dotnet',
    'package:go',
  ]);
});
