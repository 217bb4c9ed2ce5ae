import * as fc from 'fast-check';
import { evaluate, parse } from '../../../src/filter-pattern';
import { regexSources } from '../arbitraries';

const lines = fc.string({ unit: fc.constantFrom(...'aabbcB01 _-:.*!\n'), maxLength: 12 });

test('finds what the engine of JavaScript finds, where the two dialects agree', () => {
  fc.assert(
    fc.property(regexSources, fc.array(lines, { minLength: 1, maxLength: 8 }), (source, texts) => {
      const pattern = parse(`%${source}%`);
      const expected = new RegExp(source, 's');
      for (const text of texts) {
        expect({ text, found: evaluate(pattern, text) }).toEqual({ text, found: expected.test(text) });
      }
    }),
    { numRuns: 800 },
  );
});
