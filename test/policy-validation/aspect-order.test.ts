import { AspectPriority, Aspects, CfnResource, type IAspect } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { RequireNaclChangeMonitor } from '../../src';
import { ENV, flagged, makeApp } from './apps';
import { bareStack, monitoredStack, soundChain } from './chains';

/** An Aspect of the user's that changes all alarms. */
function onAlarms(change: (alarm: CfnAlarm) => void): IAspect {
  return {
    visit: (node: IConstruct) => {
      if (node instanceof CfnAlarm) change(node);
    },
  };
}
const mute = onAlarms((alarm) => {
  alarm.actionsEnabled = false;
});
const unmute = onAlarms((alarm) => alarm.addPropertyOverride('ActionsEnabled', true));

const PRIORITIES = [
  ['mutating', AspectPriority.MUTATING],
  ['default', AspectPriority.DEFAULT],
  ['read-only', AspectPriority.READONLY],
  ['last', 1000],
] as const;

describe.each([[false], [true]])('with aspect stabilization: %s', (stabilization) => {
  const context = { '@aws-cdk/core:aspectStabilization': stabilization };

  test.each(PRIORITIES)('what an Aspect of priority %s breaks is broken', (_, priority) => {
    const app = makeApp({ context });
    const { stack } = monitoredStack(app, 'Monitoring', ENV);
    Aspects.of(app).add(new RequireNaclChangeMonitor());
    // On the stack, so that it comes behind the app's own of the same priority.
    Aspects.of(stack).add(mute, { priority });
    expect(flagged(app)).toEqual(['warning Monitoring']);
  });

  test.each(PRIORITIES)('what an Aspect of priority %s repairs is sound', (_, priority) => {
    const app = makeApp({ context });
    const { stack, alarm } = monitoredStack(app, 'Monitoring', ENV);
    alarm.actionsEnabled = false;
    bareStack(app, 'Network', ENV);
    Aspects.of(app).add(new RequireNaclChangeMonitor());
    Aspects.of(stack).add(unmute, { priority });
    expect(flagged(app)).toEqual([]);
  });
});

test('it may come before all others', () => {
  const app = makeApp();
  const { stack } = monitoredStack(app, 'Monitoring', ENV);
  Aspects.of(app).add(new RequireNaclChangeMonitor(), { priority: 0 });
  Aspects.of(stack).add(mute, { priority: 1000 });
  expect(flagged(app)).toEqual(['warning Monitoring']);
});

test('resources that an Aspect makes count', () => {
  const app = makeApp();
  const stack = bareStack(app, 'Network', ENV);
  Aspects.of(app).add(new RequireNaclChangeMonitor());
  Aspects.of(stack).add(
    {
      visit: (node) => {
        if (node === stack && !stack.node.tryFindChild('Recorder')) soundChain(stack);
      },
    },
    { priority: AspectPriority.MUTATING },
  );
  expect(flagged(app)).toEqual([]);
});

test('resources that an Aspect removes do not', () => {
  const app = makeApp();
  const { stack } = monitoredStack(app, 'Monitoring', ENV);
  Aspects.of(app).add(new RequireNaclChangeMonitor());
  Aspects.of(stack).add({
    visit: (node) => {
      if (CfnResource.isCfnResource(node) && node.node.id === 'Phone') stack.node.tryRemoveChild('Phone');
    },
  });
  expect(flagged(app)).toEqual(['warning Monitoring']);
});
