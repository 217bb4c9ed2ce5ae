import { Validations } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { named } from '../language/property-names';
import {
  propertiesOf,
  rendered,
  resourceOf,
  resourcesOf,
  type Subscriber,
  subscribersOf,
} from './subscribers';

/**
 * Warns where the alarm would not be heard, or not for long.
 *
 * At the end of the synthesis, when validations run, because until then anybody may still subscribe. The warnings are the
 * alarm's and not the monitor's: of what was acknowledged before, the CDK overlooks what the warned construct itself has.
 */
export function warnOfSilence(alarm: Construct, topic: ITopic, { made }: { readonly made: boolean }) {
  alarm.node.addValidation({
    validate: () => {
      const subscribers = subscribersOf(topic);
      if (made) warnOfEmailOnly(alarm, subscribers);
      if (resourceOf(topic) && subscribers.length === 0) warnOfNobody(alarm, topic);
      for (const subscriber of subscribers) warnOfRefusedMessages(alarm, subscriber);
      return [];
    },
  });
}

/** One click ends a subscription by email, and CloudFormation does not bring it back. */
function warnOfEmailOnly(alarm: Construct, subscribers: Subscriber[]) {
  const isEmail = ({ protocol }: Subscriber) => protocol === 'email' || protocol === 'email-json';
  if (subscribers.length > 0 && subscribers.every(isEmail)) {
    Validations.of(alarm).addWarning(
      'cdk-nacl-change-monitor:email-only',
      'Only email is subscribed: each address must confirm by hand before it is told anything, and one click ends it for good; add a queue, a function, a chat channel or an HTTPS endpoint.',
    );
  }
}

function warnOfNobody(alarm: Construct, topic: ITopic) {
  Validations.of(alarm).addWarning(
    'cdk-nacl-change-monitor:no-subscriber',
    `Nothing in this app subscribes to the topic ${topic.node.path}, so nobody may hear the alarm: pass ${named('subscriptions')}, or acknowledge this where somebody is subscribed from outside of the app.`,
  );
}

interface Receiver {
  readonly kind: string;
  /** The member that tells its class of the CDK. */
  readonly member: string;
  /** What a policy that lets SNS in is made of, if the app has one. */
  readonly policies: readonly string[];
  readonly action: string;
}

const RECEIVERS: Readonly<Record<string, Receiver | undefined>> = {
  // https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
  sqs: {
    kind: 'queue',
    member: 'queueArn',
    policies: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
    action: 'sqs:SendMessage',
  },
  // https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
  lambda: {
    kind: 'function',
    member: 'functionArn',
    policies: ['AWS::Lambda::Permission'],
    action: 'lambda:InvokeFunction',
  },
};

/** A subscription extends the policy of a queue or function of the app; that of an imported one it may not be able to. */
function warnOfRefusedMessages(alarm: Construct, { protocol, subscription }: Subscriber) {
  const receiver = RECEIVERS[protocol];
  if (!receiver || !subscription) return;
  const { kind, member, policies, action } = receiver;
  const endpoint = rendered(subscription.endpoint, subscription);
  const isOfTheApp = endpoint.resources.length > 0;
  const isLetIn = resourcesOf(alarm, (type) => policies.includes(type)).some((policy) =>
    propertiesOf(policy).text.includes(endpoint.text),
  );
  if (isOfTheApp || isLetIn) return;
  // The CDK makes a subscription a part of what it subscribes.
  const subscribed = subscription.node.scope?.node.scope;
  const name = subscribed && member in subscribed ? subscribed.node.path : endpoint.text;
  Validations.of(alarm).addWarning(
    `cdk-nacl-change-monitor:imported-${kind}-policy`,
    `The policy of the imported ${kind} ${name} cannot be extended from here: see that it allows sns.amazonaws.com ${action}.`,
  );
}
