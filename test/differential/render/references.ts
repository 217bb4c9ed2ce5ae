import type { Drawn, Pen } from './drawing';
import { ACCOUNT_ID, type Reference } from './tokens';

/** How the templates say a reference to a resource: by an intrinsic function, and in words. */
export interface Wording {
  readonly intrinsic: object;
  /** What `Fn::Sub` takes. */
  readonly placeholder: string;
  readonly literal?: string;
}

export function wordingOf({ id, type, name }: Drawn, { what }: Reference, home: string): Wording {
  const ref = (literal?: string): Wording => ({ intrinsic: { Ref: id }, placeholder: `\${${id}}`, literal });
  const attribute = (named: string, literal?: string): Wording => ({
    intrinsic: { 'Fn::GetAtt': [id, named] },
    placeholder: `\${${id}.${named}}`,
    literal,
  });
  const arn = (service: string, resource: string, region = home) =>
    name && `arn:aws:${service}:${region}:${ACCOUNT_ID}:${resource}`;
  switch (type) {
    case 'AWS::SNS::Topic':
      return ref(arn('sns', `${name}`));
    case 'AWS::Logs::LogGroup':
      return what === 'name' ? ref(name) : attribute('Arn', arn('logs', `log-group:${name}:*`));
    case 'AWS::IAM::Role':
      return what === 'name' ? ref(name) : attribute('Arn', arn('iam', `role/${name}`, ''));
    case 'AWS::CloudWatch::Alarm':
    case 'AWS::CloudWatch::CompositeAlarm':
      return what === 'name' ? ref(name) : attribute('Arn', arn('cloudwatch', `alarm:${name}`));
    case 'AWS::SQS::Queue':
      return what === 'url'
        ? ref(name && `https://sqs.${home}.amazonaws.com/${ACCOUNT_ID}/${name}`)
        : attribute('Arn', arn('sqs', `${name}`));
    case 'AWS::Lambda::Function':
      return what === 'name' ? ref(name) : attribute('Arn', arn('lambda', `function:${name}`));
    case 'AWS::KMS::Key':
      if (what === 'arn') return attribute('Arn');
      // An alias is another name of a key, where keys are not wanted by id.
      return ref(what === 'key' ? name : undefined);
    default:
      throw new Error(`nothing refers to ${type}`);
  }
}

/** The ways to say it in the resource's own stack. */
export function waysToSay(
  { intrinsic, placeholder, literal }: Wording,
  { style }: Pen,
  knownEnvironment: boolean,
): unknown[] {
  const functions = [intrinsic, { 'Fn::Sub': placeholder }, { 'Fn::Join': ['', [intrinsic]] }];
  const words = literal === undefined ? [] : wordsFor(literal, knownEnvironment);
  if (style.references === 'plain') return [intrinsic];
  if (style.references === 'literal' && words.length) return words;
  return [...functions, ...words];
}

/** In words, and with the stack's own account and region where the words are an ARN. */
function wordsFor(literal: string, knownEnvironment: boolean): unknown[] {
  if (!literal.includes(ACCOUNT_ID)) return [literal];
  const general = literal
    .replace('arn:aws:', 'arn:${AWS::Partition}:')
    .replace(/(eu-west|us-east)-1/, '${AWS::Region}')
    .replace('amazonaws.com', '${AWS::URLSuffix}')
    .replace(ACCOUNT_ID, '${AWS::AccountId}');
  return [...(knownEnvironment ? [literal] : []), { 'Fn::Sub': general }];
}
