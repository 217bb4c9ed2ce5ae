import { App, Aspects, Stack } from 'aws-cdk-lib';
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { NaclChangeMonitor, RequireNaclChangeMonitor } from 'cdk-nacl-change-monitor';

const app = new App();
const security = new Stack(app, 'Security');
const queue = new Queue(security, 'Alarms'); // listens at once; an email address has to confirm first
const listeners = [new EmailSubscription('security@example.com'), new SqsSubscription(queue)];
new NaclChangeMonitor(security, 'NaclChanges', {
  subscriptions: listeners,
  notices: { subscriptions: listeners }, // says of each change who made it, from where, and what it does
});

// Another account, in which nothing listens: the Aspect flags it.
new Stack(app, 'Workload', { env: { account: '444455556666', region: 'eu-west-1' } });
Aspects.of(app).add(new RequireNaclChangeMonitor());
