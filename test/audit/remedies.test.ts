import { couldNotRead } from '../../src/audit/check';

test.each([
  ['it is the parameter "Choice"', 'give the value literally, or audit the deployed account'],
  [
    'it is a dynamic reference, read on deployment',
    'give the value literally, or audit the deployed account',
  ],
  ['Fn::GetAZs is worked out on deployment', 'give the value literally, or audit the deployed account'],
  ['it depends on the condition "IsProduction"', 'leave out the condition, or audit the deployed account'],
  ['${AWS::Region} depends on where the stack is deployed', 'audit the deployed account'],
  [
    'policy arn:aws:iam::111122223333:policy/company is not part of the evidence',
    'audit the deployed account',
  ],
  ['several are set, and each replaces the other', 'leave one of them, or audit the deployed account'],
  ['the condition StringEquals kms:ViaService cannot be decided here', 'audit the deployed account'],
])('what could not be read because "%s" is mended so: %s', (unreadable, remedy) => {
  expect(couldNotRead('the pattern', { unreadable, placeholder: '' }).remedy).toBe(remedy);
});
