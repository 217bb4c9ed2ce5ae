import { demand, ENV, makeApp, messagesOf, pluginReport } from './apps';
import { monitoredStack } from './chains';

const before = process.env.JSII_AGENT;
afterEach(() => {
  if (before === undefined) delete process.env.JSII_AGENT;
  else process.env.JSII_AGENT = before;
});

test.each([
  ['nobody', undefined, 'set isMultiRegionTrail: true'],
  ['the runtime of Java', 'Java/17.0.13', 'set isMultiRegionTrail: true'],
  ['the runtime of Python', 'Python/3.11.7', 'set is_multi_region_trail: true'],
  ['the runtime of Go', 'go1.25.1/linux/amd64', 'set IsMultiRegionTrail: true'],
  ['the runtime of .NET', 'DotNet/8.0.11/.NETCoreApp,Version=v8.0/1.0.0.0', 'set IsMultiRegionTrail: true'],
])('started by %s, a remedy names properties as its users write them', (_, agent, remedy) => {
  if (agent === undefined) delete process.env.JSII_AGENT;
  else process.env.JSII_AGENT = agent;
  const build = () => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring', ENV).trail.isMultiRegionTrail = false;
    return app;
  };
  const app = build();
  demand(app);
  expect(messagesOf(app)).toEqual([expect.stringContaining(` Fix: ${remedy}. [ack:`)]);
  const suggested = pluginReport(build())?.violations.map(({ suggestedFix }) => suggestedFix);
  expect(suggested).toEqual([remedy]);
});

test('what stands in quotes is left as it is', () => {
  process.env.JSII_AGENT = 'Python/3.11.7';
  const app = makeApp();
  const { trail } = monitoredStack(app, 'Monitoring', ENV);
  trail.eventSelectors = [{ includeManagementEvents: true, readWriteType: 'WriteOnly' }];
  demand(app);
  expect(messagesOf(app)).toEqual([
    expect.stringContaining(
      " Fix: set event_selectors: [{ include_management_events: true, read_write_type: 'All' }]. [ack:",
    ),
  ]);
});
