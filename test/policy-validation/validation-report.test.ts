import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type App,
  type IPolicyValidationContext,
  NestedStack,
  type PolicyViolation,
  Stage,
} from 'aws-cdk-lib';
import { NaclChangeMonitorValidator } from '../../src';
import { demand, ENV, flagged, makeApp, OTHER_ENV, pluginReport, violationsOf } from './apps';
import { bareStack, monitoredStack, soundChain } from './chains';

const reported = (app: App, on?: Stage[]) => violationsOf(pluginReport(app, {}, on) ?? { violations: [] });

describe('the templates that it is given', () => {
  test('on the app: all stacks, those of Stages inside Stages too', () => {
    const app = makeApp();
    bareStack(app, 'Pipeline', ENV);
    const prod = new Stage(app, 'Prod');
    bareStack(prod, 'Network', ENV);
    monitoredStack(new Stage(prod, 'Inner'), 'Monitoring', ENV);
    bareStack(new Stage(prod, 'Other'), 'Foreign', OTHER_ENV);
    expect(reported(app)).toEqual(['warning trail-all-regions: Prod/Other/Foreign']);
  });

  test('on a Stage: its stacks, with a chain from anywhere', () => {
    const app = makeApp();
    bareStack(app, 'Pipeline', OTHER_ENV);
    const prod = new Stage(app, 'Prod');
    bareStack(prod, 'Network', ENV);
    bareStack(prod, 'Foreign', OTHER_ENV);
    monitoredStack(app, 'Monitoring', ENV);
    expect(reported(app, [prod])).toEqual(['warning trail-all-regions: Prod/Foreign']);
  });

  test('on two Stages: the stacks of both, once', () => {
    const app = makeApp();
    const stages = ['Test', 'Prod', 'Later'].map((id) => new Stage(app, id));
    for (const stage of stages) bareStack(stage, 'Network', ENV);
    expect(reported(app, stages.slice(0, 2))).toEqual([
      'warning trail-all-regions: Test/Network, Prod/Network',
    ]);
  });

  test('in a folder of the user', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'validation-report-'));
    try {
      const app = makeApp({ outdir });
      bareStack(app, 'Pipeline', ENV);
      bareStack(new Stage(app, 'Prod'), 'Network', OTHER_ENV);
      expect(reported(app)).toEqual([
        'warning trail-all-regions: Pipeline',
        'warning trail-all-regions: Prod/Network',
      ]);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
});

/** As the CDK calls it; without the app as one would that hands over no construct tree. */
function validate(templatePaths: string[], appConstruct?: App): PolicyViolation[] {
  const context = { templatePaths, appConstruct } as IPolicyValidationContext;
  return new NaclChangeMonitorValidator().validate(context).violations;
}

describe('without the app', () => {
  test.each<[string, (app: App) => void, string[]]>([
    ['nothing', (app) => bareStack(app, 'Network', ENV), ['warning Network']],
    ['a sound chain', (app) => monitoredStack(app, 'Monitoring', ENV), []],
    [
      'two accounts',
      (app) => {
        monitoredStack(app, 'Monitoring', ENV);
        bareStack(app, 'Network', ENV);
        bareStack(app, 'Foreign', OTHER_ENV);
      },
      ['warning Foreign'],
    ],
    [
      'a Stage beside the monitor',
      (app) => {
        monitoredStack(app, 'Monitoring', ENV);
        const stage = new Stage(app, 'Prod');
        bareStack(stage, 'Network', ENV);
        demand(stage);
      },
      [],
    ],
    ['a nested stack', (app) => soundChain(new NestedStack(bareStack(app, 'Network', ENV), 'Inner')), []],
    [
      'a chain that is muted',
      (app) => {
        monitoredStack(app, 'Monitoring').alarm.actionsEnabled = false;
      },
      ['warning Monitoring'],
    ],
    [
      'a log group of somebody else',
      (app) => {
        const { stack, filter } = monitoredStack(app, 'Monitoring');
        stack.node.tryRemoveChild('Recorder');
        filter.logGroupName = 'management-events';
      },
      ['info Monitoring'],
    ],
  ])('of %s it says the same as the Aspect and as with the app', (_, build, expected) => {
    const app = makeApp();
    build(app);
    if (!app.node.children.some(Stage.isStage)) demand(app);
    expect(flagged(app)).toEqual(expected);

    const templatePaths = app.synth().stacksRecursively.map(({ templateFullPath }) => templateFullPath);
    const fromTemplates = validate(templatePaths);
    expect(fromTemplates).toEqual(validate(templatePaths, app));
    expect(
      fromTemplates.map(
        ({ severity, violatingResources }) => `${severity} ${violatingResources.at(-1)?.constructPath}`,
      ),
    ).toEqual(expected);
  });

  test('the broken part is named by its construct, its template and its logical id', () => {
    const app = makeApp();
    monitoredStack(app, 'Monitoring').alarm.actionsEnabled = false;
    const { templateFullPath: templatePath } = app.synth().getStackByName('Monitoring');
    const [{ violatingResources }] = validate([templatePath], app);
    expect(violatingResources).toEqual([
      { constructPath: 'Monitoring/Bell', resourceLogicalId: 'Bell', templatePath, locations: [] },
      { constructPath: 'Monitoring', templatePath, locations: [] },
    ]);
  });

  test('a template that CDK did not make is named by file and logical id', () => {
    const file = join(__dirname, 'fixtures', 'muted-chain.yaml');
    const violations = validate([file]);
    expect(violations).toEqual([
      {
        ruleName: 'alarm-actions-enabled',
        description: expect.stringContaining(
          'link 7 of 8, alarm-actions-enabled: the actions of alarm Bell are disabled (test/policy-validation/fixtures/muted-chain.yaml#Bell).',
        ),
        fix: 'set actionsEnabled: true',
        severity: 'warning',
        violatingResources: [
          {
            resourceLogicalId: 'Bell',
            templatePath: 'test/policy-validation/fixtures/muted-chain.yaml',
            locations: [],
          },
          { templatePath: 'test/policy-validation/fixtures/muted-chain.yaml', locations: [] },
        ],
      },
    ]);
  });
});
