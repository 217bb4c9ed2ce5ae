import { compare, isUnreadable, known, shown } from '../../field/field';
import { type Check, fail, PASS, unknown } from '../check';
import { couldNotRead, theTopic } from '../judging/words';

const REMEDY = 'add a subscription: topic.addSubscription(new SqsSubscription(queue))';

export const subscription: Check = {
  id: 'subscription',
  title: 'Somebody listens to the topic',
  link: 8,
  question: 'letter',
  judge: ({ topic, topicArn = '', subscriptions }, snapshot) => {
    const name = theTopic(topicArn, topic);
    const counted = subscriptions.filter(({ status }) => status === 'declared' || status === 'confirmed');
    const emails = counted.filter(
      ({ status, protocol }) => status === 'declared' && /^email(-json)?$/.test(known(protocol) ?? ''),
    );
    if (counted.length > emails.length) return PASS;
    if (emails.length > 0) {
      const reason = `${name} has only subscriptions by ${[...new Set(emails.map(({ protocol }) => shown(protocol)))].join(' and ')}: each waits for a click on the link in its confirmation email`;
      return { outcome: 'PASS', reason, subject: emails[0].origin };
    }
    if (subscriptions.length > 0) {
      const states = [...new Set(subscriptions.map(({ status }) => status))].join(' or ');
      return fail(
        `no subscription of ${name} is confirmed: ${states}`,
        'click the link in the confirmation email of SNS, or subscribe again',
        subscriptions[0].origin,
      );
    }
    if (topic?.unreadSubscriptions) {
      return couldNotRead(`whether ${name} has a subscription`, topic.unreadSubscriptions, topic.origin);
    }
    const open = snapshot.subscriptions.map((each) => compare(each.topicArn, topicArn)).find(isUnreadable);
    if (open) return couldNotRead(`whether ${name} has a subscription`, open, topic?.origin);
    if (topic) return fail(`${name} has no subscription`, REMEDY, topic.origin);
    return unknown(
      `whether ${name} has a subscription could not be read: it is not part of the evidence`,
      `${REMEDY}, or audit the deployed account`,
    );
  },
};
