import { parseArn } from '../../src/field/arn';

test('an ARN has six parts, of which the last may have colons', () => {
  expect(parseArn('arn:aws:logs:eu-west-1:111122223333:log-group:events:*')).toEqual({
    partition: 'aws',
    service: 'logs',
    region: 'eu-west-1',
    account: '111122223333',
    resource: 'log-group:events:*',
  });
});

test('a placeholder is one part of it, whatever it says', () => {
  expect(parseArn('arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:${App.Pager}')).toEqual({
    partition: '${AWS::Partition}',
    service: 'sns',
    region: '${AWS::Region}',
    account: '${AWS::AccountId}',
    resource: '${App.Pager}',
  });
});

test.each(['', 'events', 'arn:aws:sns', 'urn:aws:sns:eu-west-1:111122223333:pager', '${AWS::StackId}'])(
  '"%s" is no ARN',
  (text) => {
    expect(parseArn(text)).toBeUndefined();
  },
);
