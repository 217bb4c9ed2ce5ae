/** Classes of ASCII characters by their code. */
const NAME = 1;
const BARE = 2;
const DIGIT = 4;
const SPACE = 8;

const table = new Uint8Array(128);

function mark(characters: string, bits: number): void {
  for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] |= bits;
}

mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', NAME | BARE);
mark('0123456789', NAME | BARE | DIGIT);
mark('-', NAME | BARE);
// AWS asks for quotes round all but letters, digits and "_", yet its own example `$.sourceIPAddress != 123.123.*` has none.
mark('.*:/+', BARE);
mark(' \t\r\n', SPACE);

/** Allowed in a name after "$.", and in the name of a column. */
export const isName = (code: number): boolean => (table[code] & NAME) !== 0;

/** Allowed in a text without quotes. */
export const isBare = (code: number): boolean => (table[code] & BARE) !== 0;

export const isDigit = (code: number): boolean => (table[code] & DIGIT) !== 0;

export const isSpace = (code: number): boolean => (table[code] & SPACE) !== 0;
