/** A Markdown table that reads well in a terminal too: the first column to the left, figures to the right. */
export function table(header: readonly string[], body: readonly (readonly string[])[]): string {
  const rows = body.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = header.map((_, column) =>
    Math.max(3, ...[header, ...rows].map((row) => row[column].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [header, rule, ...rows].map(line).join('\n');
}

export const count = (value: number) => value.toLocaleString('en-US');

/** `1,234 (1,200 to 1,290)` */
export function spread(middle: number, values: readonly number[], digits = 0): string {
  return `${fixed(middle, digits)} (${fixed(Math.min(...values), digits)} to ${fixed(Math.max(...values), digits)})`;
}

export const fixed = (value: number, digits: number) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
