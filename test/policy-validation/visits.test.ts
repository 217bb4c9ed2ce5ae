import { type App, Aspects, Stack, Stage } from 'aws-cdk-lib';
import { type IConstruct, Node } from 'constructs';
import { NaclChangeMonitorValidator, RequireNaclChangeMonitor } from '../../src';
import { demand, ENV, flagged, makeApp, OTHER_ENV } from './apps';
import { bareStack, monitoredStack } from './chains';

test('each construct is visited once, and what was visited is judged', () => {
  const app = makeApp();
  bareStack(app, 'Network', OTHER_ENV);
  monitoredStack(app, 'Monitoring', ENV);
  const aspect = new RequireNaclChangeMonitor();
  const visits: IConstruct[] = [];
  const visit = jest.spyOn(aspect, 'visit').mockImplementation((node) => {
    visits.push(node);
    RequireNaclChangeMonitor.prototype.visit.call(aspect, node);
  });
  Aspects.of(app).add(aspect);
  expect(flagged(app)).toEqual(['warning Network']);
  expect(visit).toHaveBeenCalledTimes(new Set(visits).size);
});

/** How often the children of a construct are asked for, over what the CDK itself asks. */
function looks(build: (app: App, size: number) => void, size: number, judge: (app: App) => void): number {
  const counted = (judged: boolean) => {
    const app = makeApp();
    build(app, size);
    if (judged) judge(app);
    const children = jest.spyOn(Node.prototype, 'children', 'get');
    app.synth();
    const { length } = children.mock.calls;
    children.mockRestore();
    return length;
  };
  return counted(true) - counted(false);
}

const numbers = (size: number) => Array.from({ length: size }, (_, i) => i);
const stacks = (app: App, size: number) => {
  for (const i of numbers(size)) bareStack(app, `Stack${i}`, ENV);
};
const stages = (app: App, size: number) => {
  for (const i of numbers(size)) bareStack(new Stage(app, `Stage${i}`), 'Network', ENV);
};
const onAllStages = (app: App) => {
  for (const stage of app.node.children.filter(Stage.isStage)) demand(stage);
};

test.each([
  ['stacks', stacks, demand],
  ['Stages', stages, onAllStages],
])('twice the %s, twice the work', (_, build, judge) => {
  const [five, ten, twenty] = [5, 10, 20].map((size) => looks(build, size, judge));
  expect(ten).toBeGreaterThan(five);
  expect(twenty - ten).toBe(2 * (ten - five));
});

test('a stack is resolved no more often when there are more of them', () => {
  const resolvedBy = (judge: (app: App) => void, size: number) => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    stacks(app, size);
    judge(app);
    const resolve = jest.spyOn(Stack.prototype, 'resolve');
    app.synth();
    const { length } = resolve.mock.calls;
    resolve.mockRestore();
    return length;
  };
  const resolved = (size: number) => resolvedBy(demand, size) - resolvedBy(() => {}, size);
  // The chain has to be resolved; what has none of it has not.
  expect(resolved(5)).toBeGreaterThan(0);
  expect(resolved(20)).toBe(resolved(5));
});

test('a second synthesis says the same once', () => {
  const app = makeApp();
  bareStack(app, 'Network', ENV);
  demand(app);
  app.synth();
  app.synth();
  app.synth({ force: true });
  expect(flagged(app, { force: true })).toEqual(['warning Network']);
});

test('neither Aspect nor plug-in keeps anything of an app that it judged', () => {
  const aspect = new RequireNaclChangeMonitor();
  const plugin = new NaclChangeMonitorValidator();
  const judged = (build: (app: App) => void) => {
    const app = makeApp();
    build(app);
    Aspects.of(app).add(aspect);
    const templatePaths = app.synth().stacks.map(({ templateFullPath }) => templateFullPath);
    return [...flagged(app), plugin.validate({ templatePaths, appConstruct: app }).violations.length];
  };
  expect(judged((app) => monitoredStack(app, 'Network', ENV))).toEqual([0]);
  expect(judged((app) => bareStack(app, 'Network', ENV))).toEqual(['warning Network', 1]);
  expect(judged((app) => monitoredStack(app, 'Network', ENV))).toEqual([0]);
});
