import { Stage } from 'aws-cdk-lib';
import { demand, ENV, flagged, makeApp } from './apps';
import { bareStack, monitoredStack, soundChain } from './chains';

// CDK Pipelines synthesizes a Stage as soon as it is added, when the app around it is half made.
// https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.pipelines-readme.html

test('what was made after the first Stage was synthesized counts for the next one', () => {
  const app = makeApp();
  const [first, second] = ['First', 'Second'].map((id) => new Stage(app, id));
  bareStack(first, 'Network', ENV);
  demand(first);
  first.synth();

  bareStack(second, 'Network', ENV);
  demand(second);
  monitoredStack(app, 'Monitoring', ENV);
  expect(flagged(app)).toEqual(['warning First/Network']);
});

test('what was made in another Stage, too', () => {
  const app = makeApp();
  const [first, security, second] = ['First', 'Security', 'Second'].map((id) => new Stage(app, id));
  const monitoring = bareStack(security, 'Monitoring', ENV);
  bareStack(first, 'Network', ENV);
  demand(first);
  first.synth();

  soundChain(monitoring);
  bareStack(second, 'Network', ENV);
  demand(second);
  second.synth();
  expect(flagged(app)).toEqual(['warning First/Network']);
});

test.each([[true], [false]])(
  'what is no longer there counts no longer (tree metadata: %s)',
  (treeMetadata) => {
    const app = makeApp({ treeMetadata });
    const [prod, security] = ['Prod', 'Security'].map((id) => new Stage(app, id));
    bareStack(prod, 'Network', ENV);
    const { stack, trail } = monitoredStack(security, 'Monitoring', ENV);
    demand(prod);
    expect(flagged(app)).toEqual([]);

    stack.node.tryRemoveChild(trail.node.id);
    const [{ messages }] = prod.synth({ force: true }).stacks;
    expect(messages.map(({ level }) => level)).toEqual(['warning']);
  },
);
