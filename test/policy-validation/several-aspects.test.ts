import { Aspects } from 'aws-cdk-lib';
import { ChainScope, FindingSeverity, RequireNaclChangeMonitor } from '../../src';
import { demand, ENV, flagged, makeApp, messagesOf } from './apps';
import { bareStack } from './chains';

const { ERROR, WARNING } = FindingSeverity;

test.each([
  ['twice on the app', (app, _stack) => [app, app]],
  ['on the app and on a stack', (app, stack) => [app, stack]],
  ['on the stack and on the app', (app, stack) => [stack, app]],
  ['on a stack and on a part of it', (_app, stack) => [stack, stack.node.findChild('Orders')]],
] as [string, (...scopes: any[]) => any[]][])('%s: reported once', (_, scopes) => {
  const app = makeApp();
  const stack = bareStack(app, 'Network', ENV);
  for (const scope of scopes(app, stack)) demand(scope);
  expect(flagged(app)).toEqual(['warning Network']);
});

test('the same Aspect on app and stack: reported once', () => {
  const app = makeApp();
  const aspect = new RequireNaclChangeMonitor();
  for (const scope of [app, bareStack(app, 'Network', ENV)]) Aspects.of(scope).add(aspect);
  expect(flagged(app)).toEqual(['warning Network']);
});

test.each([
  [WARNING, ERROR],
  [ERROR, WARNING],
])('%s on the app and %s on a stack: reported once, as the error', (onApp, onStack) => {
  const app = makeApp();
  const stack = bareStack(app, 'Network', ENV);
  bareStack(app, 'Shop', ENV);
  demand(app, { severity: onApp });
  demand(stack, { severity: onStack });
  expect(flagged(app)).toEqual(['error Network', `${onApp} Shop`]);
});

test('of another copy of the library: reported once', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  demand(app);
  jest.isolateModules(() => {
    const copy = require('../../src').RequireNaclChangeMonitor;
    expect(copy).not.toBe(RequireNaclChangeMonitor);
    Aspects.of(app).add(new copy());
  });
  expect(flagged(app)).toEqual(['warning Network']);
});

test('a demand on the account and one on the stack are two', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  demand(app);
  demand(app, { scope: ChainScope.STACK });
  expect(messagesOf(app).map((message) => /No sound chain in (\S+ \S+)/.exec(message)?.[1])).toEqual([
    'account 111122223333',
    'stack Network',
  ]);
});
