import { type CheckOf, fail, known } from '../check';

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html */
export const trailDeliveryError: CheckOf<'trail'> = {
  id: 'trail-delivery-error',
  title: 'CloudTrail could write to the log group the last time',
  link: 4,
  question: 'effect',
  about: 'trail',
  judge: ({ deliveryError }, { name }) => {
    const error = known(deliveryError, `whether ${name} could write to its log group the last time`);
    if (!error) return undefined;
    return fail(
      `${name} could not write to its log group the last time: ${error}`,
      "mend what the error says: the log group was deleted, or the trail's role may not write to it",
    );
  },
};
