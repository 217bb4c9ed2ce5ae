import { compare, isUnreadable } from '../../src/field/field';

const outcome = (a: string, b: string) => {
  const [there, back] = [compare(a, b), compare(b, a)].map((each) =>
    isUnreadable(each) ? 'undecided' : each,
  );
  expect(there).toBe(back);
  return there;
};

test.each([
  ['topic', 'topic', 'same'],
  ['topic', 'topics', 'different'],
  ['${App.Topic}', '${App.Topic}', 'same'],
  ['${App.Topic}', 'topic', 'different'],
  ['${App.Topic}', '${App.Other}', 'different'],
  ['${AWS::Region}', '${AWS::Region}', 'same'],
  ['${AWS::Region}', 'eu-west-1', 'undecided'],
  ['a-${AWS::Region}', '${AWS::Region}-a', 'undecided'],
  ['a-${AWS::Region}', 'b-eu-west-1', 'different'],
  ['a-${AWS::Region}', 'b-${AWS::Region}', 'different'],
  ['a-${AWS::Region}', 'a-${AWS::AccountId}', 'undecided'],
  ['${AWS::Region}-a', 'eu-west-1-b', 'different'],
  ['a', 'a-${AWS::Region}', 'different'],
])('%s and %s: %s', (a, b, expected) => {
  expect(outcome(a, b)).toBe(expected);
});

test.each([
  ['arn:aws:sns:eu-west-1:111122223333:pager', 'undecided'],
  ['arn:aws-us-gov:sns:us-gov-west-1:111122223333:pager', 'undecided'],
  ['arn:aws:sns:eu-west-1:111122223333:other', 'different'],
  ['arn:aws:sqs:eu-west-1:111122223333:pager', 'different'],
  ['arn:aws:sns:eu-west-1:111122223333:${App.Pager}', 'different'],
])('the ARN of a stack whose environment is not known and %s: %s', (arn, expected) => {
  expect(outcome('arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:pager', arn)).toBe(expected);
});

test.each([
  ['logs.${AWS::Region}.${AWS::URLSuffix}', 'undecided'],
  ['logs.eu-west-1.${AWS::URLSuffix}', 'undecided'],
  ['logs.${AWS::Region}.amazonaws.com', 'undecided'],
  ['logs.us-east-1.${AWS::URLSuffix}', 'different'],
  ['cloudwatch.${AWS::URLSuffix}', 'different'],
  ['logs.${AWS::Region}.amazonaws.com.cn', 'different'],
])('the principal logs.eu-west-1.amazonaws.com and %s: %s', (principal, expected) => {
  expect(outcome('logs.eu-west-1.amazonaws.com', principal)).toBe(expected);
});

test('no pseudo parameter has a colon', () => {
  expect(outcome('${AWS::Region}', 'pager:live')).toBe('different');
  expect(
    outcome('arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:pager', '${AWS::AccountId}'),
  ).toBe('different');
});

test('what is not decided says which text is not known', () => {
  expect(compare('pager', 'pager${AWS::Region}')).toBe('different');
  expect(compare('pager-eu-west-1', 'pager-${AWS::Region}')).toEqual({
    unreadable: 'pager-${AWS::Region} depends on where the stack is deployed',
    placeholder: 'pager-${AWS::Region}',
  });
});
