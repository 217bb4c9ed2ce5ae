import { isUnreadable, readable, shown } from '../../field/field';
import { type CheckOf, couldNotRead, fail, note, unknown } from '../check';
import { counted } from '../listeners';

const REMEDY = 'add a subscription: topic.addSubscription(new SqsSubscription(queue))';

export const subscription: CheckOf<'subscriptions'> = {
  id: 'subscription',
  title: 'Somebody listens to the topic',
  link: 8,
  question: 'letter',
  about: 'subscriptions',
  judge: (part, { name }) => {
    const { topic, notification, subscriptions } = part;
    const found = counted(part);
    const certain = found.filter(({ doubt }) => !doubt).map(({ resource }) => resource);
    const emails = certain.filter(
      ({ status, protocol }) => status === 'declared' && /^email(-json)?$/.test(readable(protocol) ?? ''),
    );
    if (certain.length > emails.length) return undefined;
    if (emails.length > 0) {
      const protocols = [...new Set(emails.map(({ protocol }) => shown(protocol)))].join(' and ');
      return note(
        `${name} has only subscriptions by ${protocols}: each waits for a click on the link in its confirmation email`,
        emails[0].origin,
      );
    }
    const doubtful = found.find(({ doubt }) => doubt !== undefined);
    if (doubtful?.doubt) {
      return couldNotRead(`whether ${name} has a subscription`, doubtful.doubt, doubtful.resource.origin);
    }
    if (topic?.unreadSubscriptions) {
      return couldNotRead(`whether ${name} has a subscription`, topic.unreadSubscriptions, topic.origin);
    }
    if (subscriptions.length > 0) {
      const states = [...new Set(subscriptions.map(({ resource }) => resource.status))].join(' or ');
      return fail(
        `no subscription of ${name} is confirmed: ${states}`,
        'click the link in the confirmation email of SNS, or subscribe again',
        subscriptions[0].resource.origin,
      );
    }
    if (topic) return fail(`${name} has no subscription`, REMEDY, topic.origin);
    if (isUnreadable(notification.topicArn)) {
      return couldNotRead(`whether ${name} has a subscription`, notification.topicArn);
    }
    return unknown(
      `whether ${name} has a subscription could not be read: it is not part of the evidence`,
      `${REMEDY}, or audit the deployed account`,
    );
  },
};
