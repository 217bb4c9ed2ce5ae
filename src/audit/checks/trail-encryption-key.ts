import type { Snapshot, Trail } from '../../evidence/snapshot';
import { type Field, isUnreadable, shown } from '../../field/field';
import type { Check } from '../check';
import { judgeKey } from '../judging/key';
import { withTrail } from '../judging/with-trail';
import { called } from '../judging/words';
import { arnInRegion } from '../policy/arn';

export const trailEncryptionKey: Check = {
  id: 'trail-encryption-key',
  title: 'CloudTrail may use the key of the trail',
  link: 4,
  question: 'effect',
  judge: (chain, snapshot) =>
    withTrail(chain, (trail) => {
      const arn = trailArn(trail, snapshot);
      return judgeKey(
        trail.encryptionKey,
        {
          what: called('trail', trail.name, trail.origin),
          subject: trail.origin,
          region: trail.region,
          services: ['cloudtrail.amazonaws.com'],
          actions: ['kms:GenerateDataKey'],
          context: {
            'aws:sourcearn': arn,
            'aws:sourceaccount': snapshot.account,
            'kms:encryptioncontext:aws:cloudtrail:arn': arn,
          },
        },
        snapshot,
      );
    }),
};

function trailArn({ name, region }: Trail, { account }: Snapshot): Field<string> {
  const arn = arnInRegion('cloudtrail', region, account, `trail/${shown(name)}`);
  return isUnreadable(name) ? { ...name, standIn: arn } : arn;
}
