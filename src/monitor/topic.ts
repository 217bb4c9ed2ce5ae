import { Stack, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  type CfnSubscription,
  type ITopic,
  type ITopicSubscription,
  type Subscription,
  Topic,
} from 'aws-cdk-lib/aws-sns';
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

export function subscribe(topic: ITopic, subscriptions: ITopicSubscription[]): Subscription[] {
  return subscriptions.map((subscription) => topic.addSubscription(subscription));
}

/** Warns where nothing but email is subscribed: one click ends it, and CloudFormation does not bring it back. */
export function warnOfEmailOnly(scope: Construct, subscriptions: Subscription[]) {
  const protocols = subscriptions.map(({ node }) =>
    Stack.of(scope).resolve((node.defaultChild as CfnSubscription | undefined)?.protocol),
  );
  if (protocols.every((protocol) => protocol === 'email' || protocol === 'email-json')) {
    Validations.of(scope).addWarning(
      'cdk-nacl-change-monitor:email-only',
      'Only email is subscribed: each address must confirm by hand before it is told anything, and one click ends it for good; add a queue, a function or an HTTPS endpoint.',
    );
  }
}
