import type { LogGroup } from '../../evidence/snapshot';
import { isUnreadable } from '../../field/field';
import type { Chain } from '../chain';
import { type Finding, unknown } from '../check';
import { couldNotRead } from './words';

/** Judges the log group of a chain; one that is not part of the evidence is unknown. */
export function withLogGroup(
  { logGroup, logGroupName }: Chain,
  question: string,
  judge: (logGroup: LogGroup) => Finding,
): Finding {
  if (logGroup) return judge(logGroup);
  if (isUnreadable(logGroupName)) return couldNotRead(question, logGroupName);
  return unknown(
    `${question} could not be read: it is not part of the evidence`,
    'audit the deployed account',
  );
}
