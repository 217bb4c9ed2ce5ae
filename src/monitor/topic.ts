import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ITopic, type ITopicSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { addToPolicy } from './policies';
import { policyArns } from './policy-environment';
import { alarmsPublish, alarmsUseKey } from './policy-statements';

/** A topic that is encrypted and refuses publishers without TLS. */
export function makeTopic(scope: Construct, encryptionKey: IKey): Topic {
  return new Topic(scope, 'Topic', { masterKey: encryptionKey, enforceSSL: true });
}

/** Lets this account's alarms publish to the topic, and use the key that encrypts it. */
export function letAlarmsPublish(scope: Construct, topic: ITopic) {
  addToPolicy(scope, topic, 'topic', alarmsPublish(policyArns(scope, topic), topic.topicArn));
  if (topic.masterKey) {
    addToPolicy(scope, topic.masterKey, 'key', alarmsUseKey(policyArns(scope, topic.masterKey)));
  }
}

export function subscribe(topic: ITopic, subscriptions: ITopicSubscription[]) {
  for (const subscription of subscriptions) topic.addSubscription(subscription);
}
