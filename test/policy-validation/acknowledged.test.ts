import { type App, Stage, Validations } from 'aws-cdk-lib';
import { FindingSeverity } from '../../src';
import { demand, ENV, flagged, makeApp, OTHER_ENV, pluginReport, violationsOf } from './apps';
import { bareStack, monitoredStack } from './chains';

const ID = 'cdk-nacl-change-monitor:trail-all-regions';
const accept = (scope: any, id = ID) => Validations.of(scope).acknowledge({ id, reason: 'no network here' });

/** The stacks that the plug-in names, of an app of its own. */
function reported(build: (app: App) => void): string[] {
  const app = makeApp();
  build(app);
  return violationsOf(pluginReport(app) ?? { violations: [] });
}

describe.each([
  ['one colon', ID],
  ['two colons', 'cdk-nacl-change-monitor::trail-all-regions'],
])('with %s', (_, id) => {
  test.each(Object.values(FindingSeverity))('on a stack it accepts for that stack alone: %s', (severity) => {
    const app = makeApp();
    accept(bareStack(app, 'Network', ENV), id);
    bareStack(app, 'Shop', ENV);
    demand(app, { severity });
    expect(flagged(app)).toEqual([`${severity} Shop`]);
  });

  test('on the app it accepts for all stacks', () => {
    const app = makeApp();
    bareStack(app, 'Network', ENV);
    bareStack(app, 'Foreign', OTHER_ENV);
    accept(app, id);
    demand(app);
    expect(flagged(app)).toEqual([]);
    expect(
      reported((copy) => {
        bareStack(copy, 'Network', ENV);
        accept(copy, id);
      }),
    ).toEqual([]);
  });

  test('on a Stage it accepts for the stacks of the Stage', () => {
    const app = makeApp();
    const [test, prod] = ['Test', 'Prod'].map((name) => new Stage(app, name));
    for (const stage of [test, prod]) {
      bareStack(stage, 'Network', ENV);
      demand(stage);
    }
    accept(test, id);
    expect(flagged(app)).toEqual(['warning Prod/Network']);
  });
});

test.each([['before'], ['after']])('given %s the Aspect was added, it counts', (order) => {
  const app = makeApp();
  const stack = bareStack(app, 'Network', ENV);
  if (order === 'before') accept(stack);
  demand(app);
  if (order === 'after') accept(stack);
  expect(flagged(app)).toEqual([]);
});

test('given when the app was synthesized, it takes the warning away', () => {
  const app = makeApp();
  const stack = bareStack(app, 'Network', ENV);
  demand(app);
  expect(flagged(app)).toEqual(['warning Network']);
  accept(stack);
  expect(flagged(app, { force: true })).toEqual([]);
});

test.each([
  ['accepted', [ID], []],
  ['left', [], ['info Monitoring']],
])('a note can be %s too', (_, ids, expected) => {
  const app = makeApp();
  const { stack, filter } = monitoredStack(app, 'Monitoring', ENV);
  stack.node.tryRemoveChild('Recorder');
  filter.logGroupName = 'management-events';
  for (const id of ids) accept(stack, id);
  demand(app);
  expect(flagged(app)).toEqual(expected);
});

test.each([
  ['another rule', 'cdk-nacl-change-monitor:alarm-topic'],
  ['another library', 'some-other-library:trail-all-regions'],
  ['a rule alone', 'trail-all-regions'],
  ['the library alone', 'cdk-nacl-change-monitor'],
])('%s accepts nothing', (_, id) => {
  const app = makeApp();
  accept(bareStack(app, 'Network', ENV), id);
  demand(app);
  expect(flagged(app)).toEqual(['warning Network']);
});

test('a part of the stack accepts nothing for the stack', () => {
  const app = makeApp();
  accept(bareStack(app, 'Network', ENV).node.findChild('Orders'));
  demand(app);
  expect(flagged(app)).toEqual(['warning Network']);
});

test('the plug-in takes the same for an answer', () => {
  const build = (app: App) => {
    accept(bareStack(app, 'Network', ENV));
    bareStack(app, 'Shop', ENV);
    accept(bareStack(app, 'Foreign', OTHER_ENV));
  };
  expect(reported(build)).toEqual(['warning trail-all-regions: Shop']);
});
