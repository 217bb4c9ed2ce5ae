import { CfnParameter, NestedStack, Stack } from 'aws-cdk-lib';
import { CfnSubscription } from 'aws-cdk-lib/aws-sns';
import { ChainScope } from '../../src';
import { ADD_MONITOR, demand, ENV, flagged, makeApp, messagesOf, NO_TRAIL, OTHER_ENV } from './apps';
import { bareStack, monitoredStack, soundChain } from './chains';

const UNRESOLVED = 'the account, which is not known before deployment,';

describe('by account', () => {
  test('one chain covers all stacks of its account, and none of another', () => {
    const app = makeApp();
    bareStack(app, 'Network', ENV);
    monitoredStack(app, 'Monitoring', ENV);
    bareStack(app, 'Shop', ENV);
    bareStack(app, 'Foreign', OTHER_ENV);
    demand(app);
    expect(messagesOf(app)).toEqual([
      `warning Foreign: ${NO_TRAIL('account 444455556666')} To mend it: ${ADD_MONITOR}. [ack: cdk-nacl-change-monitor:trail-all-regions]`,
    ]);
  });

  test('a chain covers its account in all regions', () => {
    const app = makeApp();
    bareStack(app, 'Network', ENV);
    monitoredStack(app, 'Monitoring', { ...ENV, region: 'us-east-1' });
    bareStack(app, 'Anywhere', { account: ENV.account });
    demand(app);
    expect(flagged(app)).toEqual([]);
  });

  test('whoever listens may be in another account', () => {
    const app = makeApp();
    const { stack, topic, subscription } = monitoredStack(app, 'Monitoring', ENV);
    topic.topicName = 'pager';
    stack.node.tryRemoveChild(subscription.node.id);
    new CfnSubscription(new Stack(app, 'Listening', { env: OTHER_ENV }), 'Queue', {
      topicArn: 'arn:aws:sns:eu-central-1:111122223333:pager',
      protocol: 'sqs',
      endpoint: 'arn:aws:sqs:eu-central-1:444455556666:pages',
    });
    demand(app);
    expect(flagged(app)).toEqual(['warning Listening']);
  });

  test('a subscription of another account whose topic is open is not taken for one', () => {
    const app = makeApp();
    const { stack, subscription } = monitoredStack(app, 'Monitoring', ENV);
    stack.node.tryRemoveChild(subscription.node.id);
    const listening = new Stack(app, 'Listening', { env: OTHER_ENV });
    new CfnSubscription(listening, 'Queue', {
      topicArn: new CfnParameter(listening, 'Topic').valueAsString,
      protocol: 'sqs',
      endpoint: 'arn:aws:sqs:eu-central-1:444455556666:pages',
    });
    demand(app);
    expect(flagged(app)).toEqual(['warning Listening', 'warning Monitoring']);
  });

  test('halves of a chain in two accounts are no chain', () => {
    const app = makeApp();
    const { alarm } = monitoredStack(app, 'Recording', ENV);
    alarm.node.scope?.node.tryRemoveChild('Bell');
    const { trail } = monitoredStack(app, 'Ringing', OTHER_ENV);
    trail.node.scope?.node.tryRemoveChild('Recorder');
    demand(app);
    expect(flagged(app)).toEqual(['warning Recording', 'warning Ringing']);
  });

  test('all stacks whose account is not known are one group', () => {
    const app = makeApp();
    bareStack(app, 'Network');
    bareStack(app, 'Regional', { region: 'eu-central-1' });
    monitoredStack(app, 'Monitoring');
    demand(app);
    expect(flagged(app)).toEqual([]);
  });

  test('a chain in a known account covers none that is not known, nor the other way round', () => {
    const known = makeApp();
    monitoredStack(known, 'Monitoring', ENV);
    bareStack(known, 'Network');
    bareStack(known, 'Shop');
    demand(known);
    expect(messagesOf(known)).toEqual(
      ['Network', 'Shop'].map(
        (id) =>
          `warning ${id}: ${NO_TRAIL(UNRESOLVED)} To mend it: ${ADD_MONITOR}. [ack: cdk-nacl-change-monitor:trail-all-regions]`,
      ),
    );

    const unknown = makeApp();
    monitoredStack(unknown, 'Monitoring');
    bareStack(unknown, 'Network', ENV);
    demand(unknown);
    expect(flagged(unknown)).toEqual(['warning Network']);
  });

  test('an Aspect on one stack judges no other, but takes a chain from anywhere', () => {
    const app = makeApp();
    demand(bareStack(app, 'Network', ENV));
    bareStack(app, 'Foreign', OTHER_ENV);
    monitoredStack(app, 'Monitoring', ENV);
    expect(flagged(app)).toEqual([]);
  });
});

describe('by stack', () => {
  const scope = ChainScope.STACK;

  test('every stack needs a chain of its own, and is named', () => {
    const app = makeApp();
    bareStack(app, 'Network', ENV);
    monitoredStack(app, 'Monitoring', ENV);
    demand(app, { scope });
    expect(messagesOf(app)).toEqual([
      `warning Network: ${NO_TRAIL('stack Network')} To mend it: ${ADD_MONITOR}. [ack: cdk-nacl-change-monitor:trail-all-regions]`,
    ]);
  });

  test('a chain in a nested stack is one of the stack', () => {
    const app = makeApp();
    soundChain(new NestedStack(new NestedStack(new Stack(app, 'Shop', { env: ENV }), 'Inner'), 'Innermost'));
    demand(app, { scope });
    expect(flagged(app)).toEqual([]);
  });

  test('a nested stack without one is covered by its parent', () => {
    const app = makeApp();
    const { stack } = monitoredStack(app, 'Shop', ENV);
    const nested = new NestedStack(stack, 'Inner');
    demand(app, { scope });
    demand(nested, { scope });
    expect(flagged(app)).toEqual([]);
  });

  test('an Aspect on a nested stack judges the stack that it is deployed with', () => {
    const app = makeApp();
    const stack = bareStack(app, 'Shop', ENV);
    demand(new NestedStack(stack, 'Inner'), { scope });
    expect(flagged(app)).toEqual(['warning Shop']);
  });

  test('a chain that leads through two stacks is one of neither', () => {
    const app = makeApp();
    const { topic } = monitoredStack(app, 'Paging', ENV);
    const { alarm } = monitoredStack(app, 'Watching', ENV);
    alarm.alarmActions = [topic.ref];
    demand(app, { scope });
    expect(flagged(app)).toEqual(['info Watching']);
  });
});
