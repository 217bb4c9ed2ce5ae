import { FAULTS, OPEN, SOUND } from './cases';
import { verdictsOf } from './verdicts';

test.each([...FAULTS, ...OPEN, ...SOUND])('$id: $expected', (one) => {
  expect(verdictsOf(one)).toEqual({
    aspect: one.expected,
    pluginOnConstructs: one.expected,
    pluginOnTemplates: one.expected,
    cloudAssembly: one.expected,
  });
});
