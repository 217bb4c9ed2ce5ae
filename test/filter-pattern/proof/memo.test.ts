import { coverage } from '../../../src/filter-pattern';
import { Memo } from '../../../src/filter-pattern/proof/memo';
import { WANTED } from '../small-world';

test('a question is answered once', () => {
  const memo = new Memo<number>();
  const answers = ['a', 'b', 'a', 'b'].map((question, index) => memo.get(question, () => index));
  expect(answers).toEqual([0, 1, 0, 1]);
});

test('beyond its limit the oldest answers are forgotten, and a question that is too long at once', () => {
  const memo = new Memo<string>();
  const half = 'x'.repeat(500_000);
  memo.get('oldest', () => 'first');
  memo.get(`${half}1`, () => 'second');
  memo.get(`${half}2`, () => 'third');
  expect(memo.get(`${half}2`, () => 'asked again')).toBe('third');
  expect(memo.get('oldest', () => 'asked again')).toBe('asked again');
  memo.get('y'.repeat(1_000_001), () => 'too long');
  expect(memo.get('y'.repeat(1_000_001), () => 'asked again')).toBe('asked again');
});

test('the coverage of a set is proven once, for the same wanted events', () => {
  const texts = ['{ $.eventName = OpenDoor }', '{ $.eventName = Open*', '{ $.eventName = *Lock }'];
  const first = coverage(texts, WANTED);
  expect(coverage([...texts], WANTED)).toBe(first);
  const [name] = WANTED.names;
  expect(coverage(texts, { ...WANTED, names: [name] }).events).toEqual([
    { name: 'OpenDoor', fires: 'always' },
  ]);
});

test('the place of an invalid pattern counts in the set that is asked for', () => {
  const invalid = '{ $.eventName';
  const valid = '{ $.eventName = OpenDoor }';
  expect(coverage([invalid, valid], WANTED).error?.pattern).toBe(0);
  expect(coverage([valid, invalid], WANTED).error?.pattern).toBe(1);
});
