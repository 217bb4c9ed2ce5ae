import fc from 'fast-check';
import { equals, matches, matchesArn } from '../../../src/audit/policy/wildcard';
import type { Field } from '../../../src/field/field';
import { HIDDEN } from '../sound-account';

type Row = [text: Field<string>, value: Field<string>, expected: boolean | string];

const answer = (given: ReturnType<typeof matches>) => (typeof given === 'boolean' ? given : given.unreadable);
const ENVIRONMENT = '${AWS::Region} is known on deployment';
const MADE_UP = '${App.Topic} is known on deployment';
const REQUEST = '${aws:username} is known on each request';

test.each<Row>([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['*', '', true],
  ['a*c', 'abbc', true],
  ['a*c', 'abbd', false],
  ['*b*', 'abc', true],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['a?', 'abc', false],
  ['a**c', 'ac', true],
  ['a*:d', 'a:b:c:d', true],
  // Placeholders: a wildcard covers them, and without one only the same is the same.
  ['a:*', 'a:${App.Topic}', true],
  ['a:${App.Topic}', 'a:${App.Topic}', true],
  ['a:${App.Topic}*', 'a:${App.Topic}', true],
  ['a:${App.Other}', 'a:${App.Topic}', false],
  ['a:topic', 'a:${App.Topic}', false],
  ['a:App-*', 'a:${App.Topic}', MADE_UP],
  ['b:*', 'a:${App.Topic}', false],
  ['*:topic', 'a:${App.Topic}', false],
  ['a?', 'a${App.Topic}', MADE_UP],
  // What depends on the environment may be any text, but for a colon.
  ['a:us-east-1:b', 'a:${AWS::Region}:b', ENVIRONMENT],
  ['a:${AWS::Region}:b', 'a:us-east-1:b', ENVIRONMENT],
  ['a:us-east-1:c', 'a:${AWS::Region}:b', false],
  ['a:b:c', 'a:${AWS::Region}', false],
  ['a:${AWS::Region}', 'a:b:c', false],
  ['a:${AWS::Region}:*', 'a:${AWS::Region}:b', true],
  // What could not be read.
  [HIDDEN, 'a', 'it comes from a parameter'],
  [HIDDEN, HIDDEN, true],
  ['*', HIDDEN, true],
  ['a', HIDDEN, 'it comes from a parameter'],
  ['a:*', { unreadable: 'it comes from a parameter', placeholder: 'a:${Parameter}' }, true],
  [{ ...HIDDEN, placeholder: 'a:${Parameter}:*' }, { ...HIDDEN, placeholder: 'a:${Parameter}:b' }, true],
  [
    { ...HIDDEN, placeholder: 'a:${Parameter}:*' },
    { ...HIDDEN, placeholder: 'a:${Other}:b' },
    'it comes from a parameter',
  ],
  ['home/${aws:username}/*', 'home/alice/x', REQUEST],
])('matches(%j, %j) is %j', (text, value, expected) => {
  expect(answer(matches(text, value))).toBe(expected);
});

test.each<Row>([
  ['arn:aws:sns:*:1:t', 'arn:aws:sns:eu-central-1:1:t', true],
  ['arn:aws:sns:*', 'arn:aws:sns:eu-central-1:1:t', false],
  ['arn:*:t', 'arn:aws:sns:eu-central-1:1:t', false],
  ['arn:aws:logs:r:1:*', 'arn:aws:logs:r:1:log-group:g:log-stream:s', true],
  ['arn:aws:logs:r:1:log-group:*:s', 'arn:aws:logs:r:1:log-group:g:log-stream:s', true],
  ['arn:aws:sns:r:2:t', 'arn:aws:sns:r:1:t', false],
  ['arn:aws:sns:us-east-1:1:t', 'arn:aws:sns:${AWS::Region}:1:t', ENVIRONMENT],
  ['arn:aws:sns:us-east-1:2:t', 'arn:aws:sns:${AWS::Region}:1:t', false],
  ['${aws:username}', 'arn:aws:sns:r:1:t', REQUEST],
  [HIDDEN, 'arn:aws:sns:r:1:t', 'it comes from a parameter'],
  ['arn:aws:sns:r:1:t', HIDDEN, 'it comes from a parameter'],
  [HIDDEN, HIDDEN, true],
  [
    { ...HIDDEN, placeholder: 'arn:aws:sns:*:1:${Parameter}' },
    { ...HIDDEN, placeholder: 'arn:aws:sns:r:1:${Parameter}' },
    true,
  ],
  [
    { ...HIDDEN, placeholder: 'arn:aws:sns:*:1:${Parameter}' },
    { ...HIDDEN, placeholder: 'arn:aws:sns:r:1:${Other}' },
    'it comes from a parameter',
  ],
])('matchesArn(%j, %j) is %j', (text, value, expected) => {
  expect(answer(matchesArn(text, value))).toBe(expected);
});

test.each<Row>([
  ['a', 'a', true],
  ['a', 'b', false],
  ['*', 'a', false],
  ['${AWS::Region}', 'us-east-1', '${AWS::Region} depends on where the stack is deployed'],
  ['${aws:username}', 'alice', REQUEST],
  [HIDDEN, 'a', 'it comes from a parameter'],
])('equals(%j, %j) is %j', (text, value, expected) => {
  expect(answer(equals(text, value))).toBe(expected);
});

test('the reason names the placeholder that is in doubt, not one that stands on both sides', () => {
  expect(
    matches(
      'arn:aws:logs:eu-west-1:${AWS::AccountId}:log-group:events:*',
      'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:events:log-stream:x',
    ),
  ).toEqual({ unreadable: '${AWS::Region} is known on deployment', placeholder: '${AWS::Region}' });
});

test('a plain text matches what the same regular expression does', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (pattern, value) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
      expect(matches(pattern, value)).toBe(expression.test(value));
    }),
    { numRuns: 2000 },
  );
});

test('with a placeholder beside it a text matches as it does alone', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(text, text, (pattern, value) => {
      const beside = (one: string) => `${one}:${'${App.Topic}'}`;
      expect(matches(beside(pattern), beside(value)) === true).toBe(matches(pattern, value));
    }),
    { numRuns: 500 },
  );
});
