import { isDigit } from '../characters';

const PLUS = 0x2b;
const MINUS = 0x2d;
const DOT = 0x2e;

/** Digits, perhaps with a sign before them, and decimals and an exponent after them. */
export function isNumber(text: string): boolean {
  let index = 0;
  const digits = (): boolean => {
    const start = index;
    while (isDigit(text.charCodeAt(index))) index++;
    return index > start;
  };
  const sign = (): void => {
    const code = text.charCodeAt(index);
    if (code === PLUS || code === MINUS) index++;
  };
  sign();
  if (!digits()) return false;
  if (text.charCodeAt(index) === DOT) {
    index++;
    if (!digits()) return false;
  }
  if (text[index] === 'e' || text[index] === 'E') {
    index++;
    sign();
    if (!digits()) return false;
  }
  return index === text.length;
}
