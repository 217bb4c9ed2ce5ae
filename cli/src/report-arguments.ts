import type { ResultOptions } from './command';
import { FORMAT_NAMES, FORMATS, type FormatName } from './formats';
import { UsageError } from './usage-error';

/** Of commands whose result is a report on accounts. */
export const REPORT_RESULT: ResultOptions = {
  options: {
    format: { type: 'string', default: 'text' },
    output: { type: 'string', short: 'o', multiple: true },
    covered: { type: 'string', multiple: true },
    'covered-file': { type: 'string' },
  },
  help: `Options of the report:
  --format FORMAT     how it is printed (text): text, json, sarif, junit,
                      markdown, html, csv, ocsf, asff
  -o, --output FILE   write it into a file too, as often as there are files. The
                      ending tells the format, as in report.html, or it is
                      named: --output sarif=findings.json
  --covered ACCOUNT=REASON
                      an account that something else monitors, such as an
                      external SIEM: it is listed, and not judged; repeatable
  --covered-file FILE the same, one a line`,
  formats: FORMAT_NAMES,
};

/** A file for which a report is meant. */
export interface ReportFile {
  readonly format: FormatName;
  readonly file: string;
}

/** `FILE`, whose ending tells the format, or `FORMAT=FILE`. */
export function reportFile(text: string): ReportFile {
  const named = FORMAT_NAMES.find((name) => text.startsWith(`${name}=`));
  if (named !== undefined) {
    const file = text.slice(named.length + 1);
    if (file === '') throw new UsageError(`"${text}" names no file: give one, as in ${named}=FILE`);
    return { format: named, file };
  }
  // The longest ending first: "x.ocsf.json" is no JSON of ours.
  const [format] = FORMAT_NAMES.filter((name) => text.toLowerCase().endsWith(FORMATS[name].ending)).sort(
    (one, other) => FORMATS[other].ending.length - FORMATS[one].ending.length,
  );
  if (format === undefined) {
    throw new UsageError(
      `the ending of ${text} tells no format: name it, as in text=${text}, or take one of ${FORMAT_NAMES.map((name) => FORMATS[name].ending).join(', ')}`,
    );
  }
  return { format, file: text };
}
