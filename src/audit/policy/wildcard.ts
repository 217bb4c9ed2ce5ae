import { compare, type Field, isUnreadable, shown, type Unreadable } from '../../field/field';
import { splitText } from '../../field/text';
import { type Answer, all } from './answer';

/**
 * Whether a text of a policy, with `*` for any characters and `?` for one, is a name or ARN.
 *
 * A placeholder is a piece of text that nobody knows yet: a `*` covers it, and where it would have to be something
 * special there is no answer.
 */
export function matches(pattern: Field<string>, value: Field<string>): Answer {
  if (isPlain(pattern) && isPlain(value)) return fitsPlain(pattern, value);
  const pieces = [tokens(shown(pattern).replace(/\*+/g, '*')), tokens(shown(value))] as const;
  // What stands for a text on both sides is the same text, whatever it is.
  if (shown(pattern) === shown(value) || fits(...pieces, false)) return true;
  if (isUnreadable(pattern)) return pattern;
  const variable = policyVariable(pattern);
  if (variable) return variable;
  if (isUnreadable(value)) return value;
  if (!fits(...pieces, true)) return false;
  // What stands on both sides decides nothing.
  const [left, right] = pieces.map((tokensOf) => tokensOf.filter(isPlaceholder));
  const onOneSide = [...left, ...right].find((token) => !left.includes(token) || !right.includes(token));
  const undecided = onOneSide ?? left[0] ?? value;
  return { unreadable: `${undecided} is known on deployment`, placeholder: undecided };
}

/** As `matches`, part by part: a `*` does not reach beyond a colon, but for those of the last of the six parts. */
export function matchesArn(pattern: Field<string>, value: Field<string>): Answer {
  if (shown(pattern) === shown(value)) return true;
  const [left, right] = [pattern, value].map((text) => arnParts(shown(text)));
  const answer =
    left.length === 6 && right.length === 6 && all(left.map((part, i) => matches(part, right[i])));
  if (answer === true) return true;
  return [pattern, value].find(isUnreadable) ?? policyVariable(shown(pattern)) ?? answer;
}

/** Whether two texts are the same; `*` and `?` mean nothing here. */
export function equals(text: Field<string>, value: Field<string>): Answer {
  const compared = (!isUnreadable(text) && policyVariable(text)) || compare(text, value);
  return isUnreadable(compared) ? compared : compared === 'same';
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function policyVariable(text: string): Unreadable | undefined {
  const variable = text.match(/\$\{[a-z0-9-]+:[^:}][^}]*\}/)?.[0];
  return variable ? { unreadable: `${variable} is known on each request`, placeholder: text } : undefined;
}

function arnParts(arn: string): string[] {
  const parts = splitText(arn, ':');
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

const tokens = (text: string): string[] => text.match(/\$\{[^}]*\}|[\s\S]/g) ?? [];
const isPlaceholder = (token: string | undefined) => token !== undefined && token.length > 1;
const isEnvironment = (token: string) => /^\$\{AWS::/i.test(token);

const isPlain = (text: Field<string>): text is string => typeof text === 'string' && !text.includes('${');

/** Most texts are plain, and then nothing is to be kept: the last `*` takes one character more wherever the rest does not fit. */
function fitsPlain(pattern: string, value: string): boolean {
  let [p, v, star, taken] = [0, 0, -1, 0];
  while (v < value.length) {
    if (pattern[p] === '*') [star, taken] = [p++, v];
    else if (pattern[p] === '?' || pattern[p] === value[v]) [p, v] = [p + 1, v + 1];
    else if (star < 0) return false;
    else [p, v] = [star + 1, ++taken];
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** @param guess whether a placeholder may be any text: of the environment always, a made-up name where a wildcard stands */
function fits(pattern: readonly string[], value: readonly string[], guess: boolean): boolean {
  const answers = new Map<number, boolean>();
  const from = (i: number, j: number): boolean => {
    const key = i * (value.length + 1) + j;
    const answer = answers.get(key) ?? step(i, j);
    answers.set(key, answer);
    return answer;
  };
  const step = (i: number, j: number): boolean => {
    const [p, v] = [pattern[i], value[j]];
    if (p === undefined && v === undefined) return true;
    if (p === '*' && (from(i + 1, j) || (v !== undefined && from(i, j + 1)))) return true;
    if (v !== undefined && (p === v || (p === '?' && !isPlaceholder(v))) && from(i + 1, j + 1)) return true;
    return guess && (guessValue(i, j) || guessPattern(i, j));
  };
  const guessValue = (i: number, j: number): boolean => {
    if (!isPlaceholder(value[j])) return false;
    let allowed = isEnvironment(value[j]);
    for (let end = i; ; end++) {
      if (allowed && from(end, j + 1)) return true;
      if (end === pattern.length || pattern[end] === ':') return false;
      allowed ||= pattern[end] === '*' || pattern[end] === '?';
    }
  };
  const guessPattern = (i: number, j: number): boolean => {
    if (pattern[i] === undefined || !isEnvironment(pattern[i])) return false;
    const isAccount = pattern[i] === '${AWS::AccountId}';
    for (let end = j; ; end++) {
      if (from(i + 1, end)) return true;
      if (end === value.length || value[end] === ':') return false;
      // An account has digits only.
      if (isAccount && !/^\d$|^\$\{AWS::/.test(value[end])) return false;
    }
  };
  return from(0, 0);
}
