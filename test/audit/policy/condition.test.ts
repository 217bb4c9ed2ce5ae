import { holds } from '../../../src/audit/policy/condition';
import type { Field } from '../../../src/field/field';
import { HIDDEN } from '../sound-account';

const CONTEXT = {
  'aws:sourceaccount': '111122223333',
  'aws:sourcearn': 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:acl-edited',
  'aws:securetransport': 'true',
  'aws:principalorgid': null,
};
const OPEN = (condition: string) => `the condition ${condition} cannot be decided here`;

test.each<[operator: string, key: string, values: Field<string>[], expected: boolean | string]>([
  ['StringEquals', 'aws:SourceAccount', ['111122223333'], true],
  ['StringEquals', 'AWS:SOURCEACCOUNT', ['111122223333'], true],
  ['StringEquals', 'aws:SourceAccount', ['444455556666', '111122223333'], true],
  ['StringEquals', 'aws:SourceAccount', ['444455556666'], false],
  ['StringEquals', 'aws:SourceAccount', ['1111*'], false],
  ['StringEquals', 'aws:SourceAccount', [HIDDEN], 'it comes from a parameter'],
  ['StringEquals', 'aws:SourceAccount', [HIDDEN, '111122223333'], true],
  ['StringNotEquals', 'aws:SourceAccount', ['444455556666'], true],
  ['StringNotEquals', 'aws:SourceAccount', ['444455556666', '111122223333'], false],
  ['StringNotEquals', 'aws:SourceAccount', [HIDDEN], 'it comes from a parameter'],
  ['StringEqualsIgnoreCase', 'aws:SecureTransport', ['TRUE'], true],
  ['StringNotEqualsIgnoreCase', 'aws:SecureTransport', ['TRUE'], false],
  ['StringLike', 'aws:SourceAccount', ['1111*'], true],
  ['StringNotLike', 'aws:SourceAccount', ['1111*'], false],
  ['ArnLike', 'aws:SourceArn', ['arn:aws:cloudwatch:*:111122223333:alarm:*'], true],
  ['ArnLike', 'aws:SourceArn', ['arn:aws:cloudwatch:*'], false],
  ['ArnEquals', 'aws:SourceArn', ['arn:aws:cloudwatch:*:111122223333:alarm:*'], true],
  ['ArnNotLike', 'aws:SourceArn', ['arn:aws:cloudwatch:*:111122223333:alarm:*'], false],
  ['ArnNotEquals', 'aws:SourceArn', ['arn:aws:cloudwatch:*:111122223333:alarm:x'], true],
  ['StringLike', 'aws:SourceArn', ['arn:aws:cloudwatch:*'], true],
  ['Bool', 'aws:SecureTransport', ['false'], false],
  ['Bool', 'aws:SecureTransport', ['True'], true],
  ['Null', 'aws:SourceArn', ['false'], true],
  ['Null', 'aws:SourceArn', ['true'], false],
  ['Null', 'aws:PrincipalOrgID', ['true'], true],
  ['Null', 'aws:PrincipalOrgID', ['false'], false],
  // A key that the request does not have.
  ['StringEquals', 'aws:PrincipalOrgID', ['o-1'], false],
  ['StringNotEquals', 'aws:PrincipalOrgID', ['o-1'], true],
  ['StringEqualsIfExists', 'aws:PrincipalOrgID', ['o-1'], true],
  ['StringEqualsIfExists', 'aws:SourceAccount', ['444455556666'], false],
  ['ForAllValues:StringEquals', 'aws:PrincipalOrgID', ['o-1'], true],
  ['ForAnyValue:StringEquals', 'aws:PrincipalOrgID', ['o-1'], false],
  ['ForAnyValue:StringNotEquals', 'aws:PrincipalOrgID', ['o-1'], false],
  ['ForAnyValue:StringEquals', 'aws:SourceAccount', ['111122223333'], true],
  // What nobody knows.
  ['StringEquals', 'aws:SourceVpc', ['vpc-1'], OPEN('StringEquals aws:SourceVpc')],
  ['Null', 'aws:SourceVpc', ['true'], OPEN('Null aws:SourceVpc')],
  ['NumericEquals', 'aws:SourceAccount', ['1'], OPEN('NumericEquals aws:SourceAccount')],
])('%s %s %j is %j', (operator, key, values, expected) => {
  const answer = holds(operator, key, values, CONTEXT);
  expect(typeof answer === 'boolean' ? answer : answer.unreadable).toBe(expected);
});
