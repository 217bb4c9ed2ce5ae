import { isUnreadable, type Unreadable } from '../../field/field';

/** Yes, no, or why nobody can say. */
export type Answer = boolean | Unreadable;

export function all(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.find(isUnreadable) ?? true;
}

export function any(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.find(isUnreadable) ?? false;
}

export function not(answer: Answer): Answer {
  return isUnreadable(answer) ? answer : !answer;
}
