import { type App, CfnParameter, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { ENV } from '../../policy-validation/apps';
import { soundChain } from '../../policy-validation/chains';
import { judgedBothWays, notify } from './both-ways';

const stack = (app: App) => new Stack(app, 'Security', { env: ENV });

test.each<[string, (app: App) => void]>([
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
])('what is in %s is found', (_, build) => {
  expect(judgedBothWays(build)).toBe('PASS');
});
