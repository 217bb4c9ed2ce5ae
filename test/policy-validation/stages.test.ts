import { Aspects, type IAspect, Stage, Validations } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { ChainScope, RequireNaclChangeMonitor } from '../../src';
import { demand, ENV, flagged, makeApp, messagesOf, OTHER_ENV } from './apps';
import { bareStack, monitoredStack } from './chains';

const NOT_JUDGED = (path: string) =>
  `Stage ${path} is not judged, because the CDK does not carry Aspects into Stages. Add one to the Stage: Aspects.of(stage).add(new RequireNaclChangeMonitor()).`;
const RULE = 'cdk-nacl-change-monitor:stage-without-aspect';

describe('an Aspect on a Stage', () => {
  test('judges its stacks and no others', () => {
    const app = makeApp();
    const stage = new Stage(app, 'Prod');
    bareStack(stage, 'Network', ENV);
    bareStack(app, 'Pipeline', ENV);
    demand(stage);
    expect(flagged(app)).toEqual(['warning Prod/Network']);
  });

  test.each([['before'], ['behind']])(
    'takes a chain of the app, made %s it, and of another Stage',
    (order) => {
      const app = makeApp();
      if (order === 'before') monitoredStack(app, 'Monitoring', ENV);
      const prod = new Stage(app, 'Prod');
      bareStack(prod, 'Network', ENV);
      bareStack(prod, 'Foreign', OTHER_ENV);
      monitoredStack(new Stage(app, 'Security'), 'Monitoring', OTHER_ENV);
      if (order === 'behind') monitoredStack(app, 'Monitoring', ENV);
      demand(prod);
      expect(flagged(app)).toEqual([]);
    },
  );

  test('takes the account that the Stage gives to its stacks', () => {
    const app = makeApp();
    const prod = new Stage(app, 'Prod', { env: ENV });
    bareStack(prod, 'Network');
    monitoredStack(new Stage(app, 'Security', { env: ENV }), 'Monitoring');
    bareStack(new Stage(app, 'Test', { env: OTHER_ENV }), 'Network');
    for (const stage of app.node.children) demand(stage);
    expect(flagged(app)).toEqual(['warning Test/Network']);
  });

  test('by stack, every stack of it needs a chain', () => {
    const app = makeApp();
    const prod = new Stage(app, 'Prod');
    bareStack(prod, 'Network', ENV);
    monitoredStack(prod, 'Monitoring', ENV);
    demand(prod, { scope: ChainScope.STACK });
    expect(flagged(app)).toEqual(['warning Prod/Network']);
  });

  test('is seen by assertions on a stack of it', () => {
    const prod = new Stage(makeApp(), 'Prod');
    const stack = bareStack(prod, 'Network', ENV);
    demand(prod);
    Template.fromStack(stack).resourceCountIs('AWS::SNS::Topic', 1);
    Annotations.fromStack(stack).hasWarning('/Prod/Network', Match.stringLikeRegexp('^No sound chain'));
  });
});

describe('a Stage that no Aspect reaches', () => {
  test('is told to a stack beside it', () => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    bareStack(new Stage(app, 'Prod'), 'Network', ENV);
    demand(app);
    expect(messagesOf(app)).toEqual([`warning Monitoring: ${NOT_JUDGED('Prod')} [ack: ${RULE}]`]);
  });

  test('is told to the stack around it', () => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    bareStack(new Stage(bareStack(app, 'Pipeline', ENV), 'Prod'), 'Network', ENV);
    demand(app);
    expect(messagesOf(app)).toEqual([`warning Pipeline: ${NOT_JUDGED('Pipeline/Prod')} [ack: ${RULE}]`]);
  });

  test.each([[1], [2]])('is an error, said once, where there is no stack to tell: %d Aspects', (aspects) => {
    const app = makeApp();
    bareStack(new Stage(app, 'Prod'), 'Network', ENV);
    for (let i = 0; i < aspects; i++) demand(app);
    expect(() => app.synth()).toThrow(
      new Error(`Validation failed with the following errors:\n  [] ${NOT_JUDGED('Prod')}`),
    );
  });

  test('inside another Stage is told to a stack of that', () => {
    const app = makeApp();
    const outer = new Stage(app, 'Wave');
    monitoredStack(outer, 'Monitoring', ENV);
    bareStack(new Stage(outer, 'Prod'), 'Network', ENV);
    demand(outer);
    expect(messagesOf(app)).toEqual([`warning Wave/Monitoring: ${NOT_JUDGED('Wave/Prod')} [ack: ${RULE}]`]);
  });

  test.each([
    ['an Aspect', RequireNaclChangeMonitor],
    [
      'one of another copy of the library',
      class RequireNaclChangeMonitor implements IAspect {
        public visit() {}
      },
    ],
    ['a subclass of the Aspect', class Ours extends RequireNaclChangeMonitor {}],
  ])('inside a Stage that has %s is not told by the app', (_, Aspect) => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    const outer = new Stage(app, 'Wave');
    monitoredStack(outer, 'Recording', ENV);
    bareStack(new Stage(outer, 'Prod'), 'Network', ENV);
    Aspects.of(outer).add(new Aspect());
    demand(app);
    expect(flagged(app)).not.toContain('warning Monitoring');
  });

  test('inside a Stage without stacks is told all the same', () => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    bareStack(new Stage(new Stage(app, 'Wave'), 'Prod'), 'Network', ENV);
    demand(app);
    expect(messagesOf(app)).toEqual([`warning Monitoring: ${NOT_JUDGED('Wave/Prod')} [ack: ${RULE}]`]);
  });

  test.each([
    ['accepted', (stage: Stage) => Validations.of(stage).acknowledge({ id: RULE, reason: 'no network' })],
    ['judged by its own Aspect', (stage: Stage) => demand(stage)],
    [
      'judged by a subclass',
      (stage: Stage) => Aspects.of(stage).add(new (class Ours extends RequireNaclChangeMonitor {})()),
    ],
    ['judged stack by stack', (stage: Stage) => stage.node.children.map((stack) => demand(stack))],
    ['without stacks', (stage: Stage) => stage.node.tryRemoveChild('Network')],
  ])('unless it is %s', (_, settle) => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    const stage = new Stage(app, 'Prod');
    bareStack(stage, 'Network', ENV);
    settle(stage);
    demand(app);
    expect(flagged(app)).toEqual([]);
  });

  test('unless its accounts are covered', () => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV);
    bareStack(new Stage(app, 'Prod'), 'Network', OTHER_ENV);
    demand(app, { coveredAccounts: [{ account: '444455556666', reason: 'an external SIEM' }] });
    expect(flagged(app)).toEqual([]);
  });
});
