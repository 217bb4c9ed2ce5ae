import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Template } from 'aws-cdk-lib/assertions';
import { monitored } from './monitored-stack';
test('x', () => {
  const { stack } = monitored({ notices: { chat: true, lookUp: true, dashboard: true, savedQuery: true, ignorePrincipals: ['arn:aws:iam::*:role/pipelines/*'], subscriptions: [new EmailSubscription('a@example.com')] } });
  const t = Template.fromStack(stack).toJSON();
  const text = JSON.stringify(t, null, 1);
  require('fs').writeFileSync('/tmp/mn-template.json', text);
  console.log(text.length, JSON.stringify(t).length, Object.keys(t.Resources));
});
