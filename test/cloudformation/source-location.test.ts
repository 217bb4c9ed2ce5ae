import { join } from 'node:path';
import { relativeTo, sourceOf } from '../../src/cloudformation/source-location';

const here = (path: string) => join(process.cwd(), path);

test.each([
  ['a constructor', [`new Network (${here('lib/network.ts')}:12:5)`], 'lib/network.ts:12'],
  ['a file outside of the folder', ['<anonymous> (/apps/main.js:3:1)'], '/apps/main.js:3'],
  ['a frame without a function', ['    at /apps/main.js:3:1'], '/apps/main.js:3'],
  ['a module', ['file:///apps/main%20app.mjs:3:1'], '/apps/main app.mjs:3'],
  ['Windows', ['new Network (C:\\apps\\network.ts:12:5)'], 'C:\\apps\\network.ts:12'],
  ['a frame without a column', ['main (/apps/app.py:7)'], '/apps/app.py:7'],
  [
    'the first frame of the app',
    [
      '...new Topic2 in aws-cdk-lib...',
      'new Topic (/apps/node_modules/aws-cdk-lib/aws-sns/lib/topic.js:1:2)',
      'new Wrapper (C:\\apps\\node_modules\\wrapper\\index.js:1:2)',
      'Module._compile (node:internal/modules/cjs/loader:1521:14)',
      'node:internal/main/run_main_module:28:49',
      'create (/usr/lib/python3/site-packages/jsii/_runtime.py:40)',
      'create (/usr/lib/python3/dist-packages/jsii/_runtime.py:40)',
      'Kernel.create (/tmp/jsii-kernel-2Kq/lib/index.js:1:2)',
      'new Network (/apps/network.ts:12:5)',
      'main (/apps/main.ts:1:1)',
    ],
    '/apps/network.ts:12',
  ],
  [
    'no frame of the app',
    ['...aws-cdk-lib...', '(no user code in 10 frames, use --stack-trace-limit)'],
    undefined,
  ],
  ['no trace', undefined, undefined],
])('%s', (_, trace, expected) => {
  expect(sourceOf(trace)).toBe(expected);
});

test.each([
  ['/a', '/a/b/c.json', 'b/c.json'],
  ['/a', '/a/..b/c.json', '..b/c.json'],
  ['/a', '/b/c.json', '/b/c.json'],
  ['/a', '/a', '/a'],
])('from %s, %s is %s', (folder, file, expected) => {
  expect(relativeTo(folder, file)).toBe(expected);
});
