import { type Listing, listingOf } from '../../src/evidence/listing';
import type { Topic } from '../../src/evidence/resource-model';
import type { Field } from '../../src/field/field';

const HIDDEN = { unreadable: 'it comes from a parameter', placeholder: '${Parameter}' };

function topic(arn: Field<string>, given: Partial<Topic> = {}): Topic {
  return { origin: {}, region: 'r', account: '1', arn, isFifo: false, encryptionKey: undefined, ...given };
}

const listing = (...topics: Topic[]) =>
  listingOf(
    topics,
    ({ arn }) => [arn],
    (one) => [one],
  );

/** The place and the doubt of what is found. */
function found(answers: ReturnType<Listing<Topic>['named']>, topics: readonly Topic[]) {
  return answers.map(({ resource, doubt }) => [topics.indexOf(resource), doubt?.unreadable]);
}

test.each<[string, Field<string>[], Field<string>, [number, string?][]]>([
  ['a name', ['a', 'b', 'a'], 'a', [[0], [2]]],
  ['a name that nothing has', ['a'], 'c', []],
  ['a name, beside one that could not be read', ['a', HIDDEN], 'a', [[0], [1, 'it comes from a parameter']]],
  ['the same that could not be read', [HIDDEN, 'a'], HIDDEN, [[0], [1, 'it comes from a parameter']]],
  [
    'a name that depends on the environment',
    ['t-${AWS::Region}', 't-x', 'u-x'],
    't-${AWS::Region}',
    [[0], [1, 't-${AWS::Region} depends on where the stack is deployed']],
  ],
  ['another part of a name that depends on the environment', ['a:${AWS::Region}:t'], 'a:x:u', []],
  ['a name that is made up on deployment', ['${Stack.Topic}', 'a'], '${Stack.Topic}', [[0]]],
  ['a name, beside one that is made up on deployment', ['${Stack.Topic}', 'a'], 'a', [[1]]],
])('finds %s, for certain or with the doubt', (_, names, name, expected) => {
  const topics = names.map((arn) => topic(arn));
  const answers = found(listing(...topics).named(name), topics).map((each) =>
    each.filter((part) => part !== undefined),
  );
  expect(answers.sort()).toEqual(expected);
});

test('what is under a condition may not be there', () => {
  const topics = [topic('a', { condition: 'IsProduction' })];
  expect(listing(...topics).named('a')).toEqual([
    {
      resource: topics[0],
      doubt: {
        unreadable: 'it depends on the condition "IsProduction"',
        placeholder: '${condition IsProduction}',
      },
    },
  ]);
});

test('exactly that name leaves out what is in doubt', () => {
  const topics = [topic('a'), topic(HIDDEN), topic('b')];
  expect(found(listing(...topics).exactly('a'), topics)).toEqual([[0, undefined]]);
  expect(found(listing(...topics).exactly(HIDDEN), topics)).toEqual([[1, undefined]]);
});

test('what has the name for certain is not in doubt for another of its names', () => {
  const topics = [topic('a')];
  const twice = listingOf(
    topics,
    () => ['a', HIDDEN],
    (one) => [one],
  );
  expect(found(twice.named('a'), topics)).toEqual([[0, undefined]]);
});

test('nothing is read before somebody asks, and what is asked for is read once', () => {
  const read: string[] = [];
  const lazy = listingOf(
    ['a', 'b'],
    (name) => [name],
    (name) => {
      read.push(name);
      return [topic(name)];
    },
  );
  expect(read).toEqual([]);
  const [first] = lazy.named('a');
  expect(read).toEqual(['a']);
  expect(
    [lazy.named('a')[0].resource, lazy.exactly('a')[0].resource, lazy.all()[0]].map(
      (one) => one === first.resource,
    ),
  ).toEqual([true, true, true]);
  expect(read).toEqual(['a', 'b']);
});

test('of several resources in one item each is found by its own name', () => {
  const several = listingOf(
    [['a', 'b', HIDDEN]],
    (names) => names,
    (names) => names.map((name) => topic(name)),
    ({ arn }) => [arn],
  );
  const said = (answers: ReturnType<typeof several.named>) =>
    answers.map(({ resource, doubt }) => [resource.arn, doubt?.unreadable]);
  expect(said(several.named('a'))).toEqual([
    ['a', undefined],
    [HIDDEN, 'it comes from a parameter'],
  ]);
  expect(said(several.exactly('b'))).toEqual([['b', undefined]]);
});
