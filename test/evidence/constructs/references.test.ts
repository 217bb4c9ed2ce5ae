import {
  type App,
  CfnOutput,
  CfnParameter,
  Fn,
  NestedStack,
  ReferenceStrength,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { ENV } from '../../requirement/apps';
import { monitoredStack, soundChain } from '../../requirement/chains';
import { judgedBothWays } from './both-ways';

/** The chain notifies a topic that is somewhere else, and the subscription listens to it. */
function notify(chain: ReturnType<typeof soundChain>, topicArn: string, listenTo = topicArn) {
  chain.alarm.alarmActions = [topicArn];
  chain.subscription.topicArn = listenTo;
}
const paging = (app: App) => new Stack(app, 'Paging', { env: ENV, crossRegionReferences: true });
const stack = (app: App) => new Stack(app, 'Security', { env: ENV });

describe.each<[string, (app: App) => void]>([
  [
    'another stack, strongly',
    (app) => notify(monitoredStack(app, 'Monitoring', ENV), new Topic(paging(app), 'Topic').topicArn),
  ],
  [
    'another stack, weakly',
    (app) => {
      const { attrTopicArn } = new CfnTopic(paging(app), 'Topic');
      notify(
        monitoredStack(app, 'Monitoring', ENV),
        Stack.consumeReference(attrTopicArn, ReferenceStrength.WEAK),
      );
    },
  ],
  [
    'three stacks',
    (app) => {
      const recording = monitoredStack(app, 'Recording', ENV);
      const watching = monitoredStack(app, 'Watching', ENV);
      for (const id of ['Counter', 'Bell', 'Pager', 'Phone']) recording.stack.node.tryRemoveChild(id);
      for (const id of ['Recorder', 'Writer', 'Events']) watching.stack.node.tryRemoveChild(id);
      watching.filter.logGroupName = recording.logGroup.ref;
      notify(watching, new Topic(paging(app), 'Topic').topicArn);
    },
  ],
  [
    'an export by its name',
    (app) => {
      const there = paging(app);
      new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn, exportName: 'the-pager' });
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.importValue('the-pager'));
    },
  ],
  [
    'an output by its name',
    (app) => {
      const there = paging(app);
      new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn });
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.getStackOutput('Paging', 'Out'));
    },
  ],
  [
    'an output of one of two stacks that have the same name',
    (app) => {
      for (const region of ['us-east-1', 'eu-central-1']) {
        const there = new Stack(app, region, { env: { ...ENV, region }, stackName: 'paging' });
        new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn });
      }
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.getStackOutput('paging', 'Out'));
    },
  ],
  [
    'the parent of a nested stack',
    (app) => {
      const parent = stack(app);
      notify(soundChain(new NestedStack(parent, 'Inner')), new Topic(parent, 'Topic').topicArn);
    },
  ],
  [
    'a nested stack',
    (app) => {
      const parent = stack(app);
      notify(soundChain(parent), new Topic(new NestedStack(parent, 'Inner'), 'Topic').topicArn);
    },
  ],
  [
    'a nested stack beside it',
    (app) => {
      const parent = stack(app);
      const { topicArn } = new Topic(new NestedStack(parent, 'Paging'), 'Topic');
      notify(soundChain(new NestedStack(parent, 'Watching')), topicArn);
    },
  ],
  [
    'the parent, as a parameter',
    (app) => {
      const parent = stack(app);
      new CfnParameter(parent, 'Whom'); // of the same name, without a value
      const inner = new NestedStack(parent, 'Inner', {
        parameters: { Whom: new Topic(parent, 'Topic').topicArn },
      });
      notify(soundChain(inner), new CfnParameter(inner, 'Whom').valueAsString, Fn.ref('Whom'));
    },
  ],
  [
    'the parent, as a parameter that is a list',
    (app) => {
      const parent = stack(app);
      const { topicArn } = new Topic(parent, 'Topic');
      const inner = new NestedStack(parent, 'Inner', { parameters: { Pagers: topicArn } });
      const pagers = new CfnParameter(inner, 'Pagers', { type: 'CommaDelimitedList' });
      const chain = soundChain(inner);
      notify(chain, topicArn);
      chain.alarm.alarmActions = pagers.valueAsList;
    },
  ],
  [
    'a parameter with a default that the parent leaves',
    (app) => {
      const inner = new NestedStack(stack(app), 'Inner');
      const chain = soundChain(inner);
      chain.alarm.statistic = new CfnParameter(inner, 'Statistic', { default: 'Sum' }).valueAsString;
    },
  ],
  [
    'the same logical id in two stacks',
    (app) => {
      const there = monitoredStack(app, 'Paging', ENV);
      there.subscription.topicArn = 'arn:aws:sns:eu-central-1:111122223333:other';
      notify(monitoredStack(app, 'Monitoring', ENV), there.topic.ref);
    },
  ],
  [
    'another Stage, by its name',
    (app) => {
      new Topic(new Stack(new Stage(app, 'Prod'), 'Paging', { env: ENV }), 'Topic', { topicName: 'pager' });
      notify(monitoredStack(app, 'Monitoring', ENV), 'arn:aws:sns:eu-central-1:111122223333:pager');
    },
  ],
])('what is in %s', (_, build) => {
  test('is found', () => {
    expect(judgedBothWays(build)).toBe('PASS');
  });
});

const unreadTopic = (reason: string) =>
  `UNKNOWN alarm-topic: whether an action of alarm Monitoring/Bell is an SNS topic could not be read: ${reason} (Monitoring/Bell).`;

test.each<[string, (app: App) => void, string]>([
  [
    'an export that two stacks have',
    (app) => {
      for (const id of ['Paging', 'Copy']) {
        const there = new Stack(app, id, { env: ENV });
        new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn, exportName: 'the-pager' });
      }
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.importValue('the-pager'));
    },
    unreadTopic('it is the export "the-pager" of a stack that is not part of the evidence'),
  ],
  [
    'an export of another region',
    (app) => {
      const there = new Stack(app, 'Paging', { env: { ...ENV, region: 'us-east-1' } });
      new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn, exportName: 'the-pager' });
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.importValue('the-pager'));
    },
    unreadTopic('it is the export "the-pager" of a stack that is not part of the evidence'),
  ],
  [
    'an output of a stack that is not here',
    (app) => notify(monitoredStack(app, 'Monitoring', ENV), Fn.getStackOutput('Paging', 'Out')),
    unreadTopic('it is the output "Out" of stack "Paging", which is not part of the evidence'),
  ],
  [
    'a parameter of the stack, whatever its default',
    (app) => {
      const chain = monitoredStack(app, 'Monitoring', ENV);
      chain.alarm.alarmActions = [
        new CfnParameter(chain.stack, 'Whom', { default: 'arn:aws:sns:eu-central-1:111122223333:pager' })
          .valueAsString,
      ];
    },
    unreadTopic('it is the parameter "Whom"'),
  ],
])('%s is not known', (_, build, expected) => {
  expect(judgedBothWays(build)).toBe(expected);
});
