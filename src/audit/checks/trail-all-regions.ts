import { isUnreadable } from '../../field/field';
import { type Check, fail, PASS } from '../check';
import { withTrail } from '../judging/with-trail';
import { called, couldNotRead } from '../judging/words';

export const trailAllRegions: Check = {
  id: 'trail-all-regions',
  title: 'The trail covers all regions',
  link: 1,
  question: 'letter',
  judge: (chain) =>
    withTrail(chain, ({ name, isMultiRegionTrail, region, origin }) => {
      const trail = called('trail', name, origin);
      if (isUnreadable(isMultiRegionTrail)) {
        return couldNotRead(`whether ${trail} covers all regions`, isMultiRegionTrail, origin);
      }
      if (isMultiRegionTrail) return PASS;
      return fail(`${trail} covers ${region} only`, 'set isMultiRegionTrail: true', origin);
    }),
};
