import { json } from './formats/json';
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

/** All of them, by the names that `--format` takes. */
export const FORMATS = {
  text: { ending: '.txt', print: text },
  json: { ending: '.json', print: json },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];
