import { asff } from './formats/asff';
import { csv } from './formats/csv';
import { html } from './formats/html';
import { json } from './formats/json';
import { junit } from './formats/junit';
import { markdown } from './formats/markdown';
import { ocsf } from './formats/ocsf';
import { sarif } from './formats/sarif';
import { text } from './formats/text';
import type { Report } from './report';

/** How a text is laid out; the other formats look the same everywhere. */
export interface Look {
  readonly columns?: number;
  readonly isColoured: boolean;
}

/** One format, one file. */
export interface Format {
  /** What the names of its files end with. */
  readonly ending: string;
  print(report: Report, look: Look): string;
}

const ALL = {
  text: { ending: '.txt', print: text },
  json: { ending: '.json', print: json },
  sarif: { ending: '.sarif', print: sarif },
  junit: { ending: '.xml', print: junit },
  markdown: { ending: '.md', print: markdown },
  html: { ending: '.html', print: html },
  csv: { ending: '.csv', print: csv },
  ocsf: { ending: '.ocsf.json', print: ocsf },
  asff: { ending: '.asff.json', print: asff },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof ALL;

/** All of them, by the names that `--format` takes. */
export const FORMATS: Readonly<Record<FormatName, Format>> = ALL;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
