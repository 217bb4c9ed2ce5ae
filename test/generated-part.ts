import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The part of a page that its test makes, between `<!-- name: made by its test -->` and `<!-- name: end -->`. With the
 * environment variable UPDATE_DOCS=1 it is written anew first.
 */
export function generatedPart(page: string, name: string, content: string): string | undefined {
  const [start, end] = [`<!-- ${name}: made by its test -->\n`, `<!-- ${name}: end -->`];
  if (process.env.UPDATE_DOCS === '1') {
    const [before, rest] = readFileSync(page, 'utf8').split(start);
    writeFileSync(page, `${before}${start}${content}${end}${rest.split(end)[1]}`);
  }
  return readFileSync(page, 'utf8').split(start)[1]?.split(end)[0];
}
