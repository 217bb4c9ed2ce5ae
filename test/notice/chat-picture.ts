import type { ChatMessage } from '../../src/notice';

const WIDTH = 760;
const LINE = 19;
const CHARACTERS = 96;

/** A chat message as a channel shows it, about: links as they are. */
export function chatPicture({ content }: ChatMessage): string {
  const rows: { readonly text: string; readonly style: string }[] = [
    { text: 'Amazon Q Developer', style: 'font-weight="bold" fill="#5b21b6"' },
    ...wrapped(plain(content.title)).map((text) => ({ text, style: 'font-weight="bold"' })),
    ...content.description
      .split('\n')
      .flatMap((line) => wrapped(plain(line)))
      .map((text) => ({ text, style: '' })),
    ...(content.nextSteps ?? []).flatMap((step) => {
      const [what, link] = step.split('\n');
      return [
        { text: what, style: '' },
        {
          text: `${link.slice(0, CHARACTERS - 3)}${link.length > CHARACTERS - 3 ? '...' : ''}`,
          style: 'fill="#1d4ed8"',
        },
      ];
    }),
  ];
  const height = rows.length * LINE + 40;
  const texts = rows.map(
    ({ text, style }, index) =>
      `<text x="32" y="${36 + index * LINE}"${style && ` ${style}`}>${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="monospace" font-size="12" fill="#1f2937">`,
    `<rect width="${WIDTH}" height="${height}" rx="8" fill="#ffffff" stroke="#d1d5db"/>`,
    `<rect x="14" y="16" width="4" height="${height - 32}" fill="#5b21b6"/>`,
    ...texts,
    '</svg>',
    '',
  ].join('\n');
}

/** What a chat shows for the entities. Code spans keep their marks: a picture has no room for grey. */
function plain(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

function wrapped(text: string): string[] {
  return (
    text
      .match(new RegExp(`.{1,${CHARACTERS}}(?:\\s|$)|.{1,${CHARACTERS}}`, 'g'))
      ?.map((line) => line.trimEnd()) ?? ['']
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
