import { type CheckOf, fail, known } from '../check';

export const trailAllRegions: CheckOf<'trail'> = {
  id: 'trail-all-regions',
  title: 'The trail covers all regions',
  link: 1,
  question: 'letter',
  about: 'trail',
  judge: ({ isMultiRegionTrail, region }, { name }) =>
    known(isMultiRegionTrail, `whether ${name} covers all regions`)
      ? undefined
      : fail(`${name} covers ${region} only`, 'set isMultiRegionTrail: true'),
};
