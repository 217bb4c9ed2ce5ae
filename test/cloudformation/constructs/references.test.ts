import { type App, CfnOutput, CfnParameter, Fn, ReferenceStrength, Stack, Stage } from 'aws-cdk-lib';
import { CfnTopic, Topic } from 'aws-cdk-lib/aws-sns';
import { ENV } from '../../policy-validation/apps';
import { monitoredStack } from '../../policy-validation/chains';
import { judgedBothWays, notify } from './both-ways';

const paging = (app: App) => new Stack(app, 'Paging', { env: ENV, crossRegionReferences: true });

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
    'another region, by the name of an output',
    (app) => {
      const there = new Stack(app, 'Paging', { env: { ...ENV, region: 'us-east-1' } });
      new CfnOutput(there, 'Name', { value: 'PacketFilterEdits' });
      const chain = monitoredStack(app, 'Monitoring', ENV);
      chain.alarm.metricName = Fn.getStackOutput('Paging', 'Name', 'us-east-1');
    },
  ],
  [
    'another account, by the name of an output',
    (app) => {
      const there = new Stack(app, 'Paging', { env: { ...ENV, account: '444455556666' } });
      new CfnOutput(there, 'Name', { value: 'PacketFilterEdits' });
      const chain = monitoredStack(app, 'Monitoring', ENV);
      const role = 'arn:aws:iam::444455556666:role/reads-outputs';
      chain.alarm.metricName = Fn.getStackOutput('Paging', 'Name', ENV.region, role);
      monitoredStack(app, 'Elsewhere', { ...ENV, account: '444455556666' });
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
    unreadTopic('it is the export "the-pager", which no stack of the evidence has, or several have'),
  ],
  [
    'an export of another region',
    (app) => {
      const there = new Stack(app, 'Paging', { env: { ...ENV, region: 'us-east-1' } });
      new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn, exportName: 'the-pager' });
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.importValue('the-pager'));
    },
    unreadTopic('it is the export "the-pager", which no stack of the evidence has, or several have'),
  ],
  [
    'an export whose name is built with an import',
    (app) => {
      const there = new Stack(app, 'Paging', { env: ENV });
      new CfnOutput(there, 'Prefix', { value: 'the', exportName: 'prefix' });
      new CfnOutput(there, 'Out', {
        value: new Topic(there, 'Topic').topicArn,
        exportName: `${Fn.importValue('prefix')}-pager`,
      });
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.importValue('the-pager'));
    },
    unreadTopic('it is the export "the-pager", which no stack of the evidence has, or several have'),
  ],
  [
    'an output of a stack whose name another one has',
    (app) => {
      for (const id of ['First', 'Second']) {
        const there = new Stack(app, id, { env: ENV, stackName: 'paging' });
        new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn });
      }
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.getStackOutput('paging', 'Out'));
    },
    unreadTopic('it is the output "Out" of stack "paging", which is not part of the evidence'),
  ],
  [
    'an output of a stack of another region, where none is named',
    (app) => {
      const there = new Stack(app, 'Paging', { env: { ...ENV, region: 'us-east-1' } });
      new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn });
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.getStackOutput('Paging', 'Out'));
    },
    unreadTopic('it is the output "Out" of stack "Paging", which is not part of the evidence'),
  ],
  [
    'an output of a stack of its own region, where another one is named',
    (app) => {
      const there = new Stack(app, 'Paging', { env: ENV });
      new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn });
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.getStackOutput('Paging', 'Out', 'us-east-1'));
    },
    unreadTopic('it is the output "Out" of stack "Paging", which is not part of the evidence'),
  ],
  [
    'an output of a stack of its own account, where the role is of another one',
    (app) => {
      const there = new Stack(app, 'Paging', { env: ENV });
      new CfnOutput(there, 'Out', { value: new Topic(there, 'Topic').topicArn });
      const role = 'arn:aws:iam::444455556666:role/reads-outputs';
      notify(monitoredStack(app, 'Monitoring', ENV), Fn.getStackOutput('Paging', 'Out', ENV.region, role));
    },
    unreadTopic('it is the output "Out" of stack "Paging", which is not part of the evidence'),
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

test('imports that need each other do not lead on forever', () => {
  const judged = judgedBothWays((app) => {
    const there = new Stack(app, 'Paging', { env: ENV });
    new CfnOutput(there, 'Out', { value: 'x', exportName: `${Fn.importValue('prefix')}-group` });
    monitoredStack(app, 'Monitoring', ENV).filter.logGroupName = Fn.importValue('the-group');
  });
  expect(judged).toMatch(
    /^UNKNOWN .*it is the export "the-group", which no stack of the evidence has, or several have/,
  );
});
