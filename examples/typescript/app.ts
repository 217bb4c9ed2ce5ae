import { App, Stack } from 'aws-cdk-lib';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { NaclChangeMonitor } from 'cdk-nacl-change-monitor';

const app = new App();
const stack = new Stack(app, 'Security');

new NaclChangeMonitor(stack, 'NaclChanges', {
  subscriptions: [new EmailSubscription('security@example.com')],
});
