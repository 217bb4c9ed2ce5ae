import { parse, print } from '../../../src/filter-pattern';
import errors from '../../corpus/filter-pattern/errors.json';
import printed from '../../corpus/filter-pattern/print.json';
import { read } from '../read';

test.each(errors)('$pattern at $offset: $reason', ({ pattern, offset, reason }) => {
  expect(read(pattern)).toEqual({ offset, reason });
});

test('the message of an error says where and why', () => {
  expect(() => parse('{ $.eventName CreateNetworkAcl }')).toThrow(
    'at 14: expected "=" or "!=" after $.eventName',
  );
});

test.each(printed)('$pattern is printed as $printed', (expected) => {
  expect(print(parse(expected.pattern))).toBe(expected.printed);
});
