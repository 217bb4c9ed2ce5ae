import { Validations } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { named } from '../language/property-names';
import { resourceOf, subscribersOf } from './subscribers';

/** Warns, at the end of the synthesis, where nobody would read the notices or a chat channel would drop them. */
export function warnOfUnreadNotices(scope: Construct, topic: ITopic, chatTopic: ITopic | undefined) {
  scope.node.addValidation({
    validate: () => {
      const readers = subscribersOf(topic);
      const isText = readers.some(({ protocol }) => protocol !== 'chat');
      if (!isText && readers.length > 0) warnOfDroppedText(scope, topic);
      for (const one of chatTopic ? [chatTopic] : [topic]) warnOfNobody(scope, one);
      return [];
    },
  });
}

function warnOfNobody(scope: Construct, topic: ITopic) {
  if (!resourceOf(topic) || subscribersOf(topic).length > 0) return;
  Validations.of(scope).addWarning(
    'cdk-nacl-change-monitor:no-notice-reader',
    `Nothing in this app subscribes to the topic ${topic.node.path}, so nobody may read the notices: subscribe somebody, name the topic in the configuration of a chat channel, or acknowledge this where somebody is subscribed from outside of the app.`,
  );
}

// https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
function warnOfDroppedText(scope: Construct, topic: ITopic) {
  Validations.of(scope).addWarning(
    'cdk-nacl-change-monitor:text-to-chat',
    `Only chat channels watch the topic ${topic.node.path}, and they drop notices in text: pass it as ${named('notices.chatTopic')} and leave ${named('notices.topic')} out.`,
  );
}
