import { changesLink, type LogGroup } from './links';
import { countWords, inRiskOrder, omitted } from './listing';
import { details, headline, linkLines, riskWords, titleOf } from './mail';
import type { Notice } from './notice';

/**
 * A custom notification of Amazon Q Developer in chat applications.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
export interface ChatMessage {
  readonly version: '1.0';
  readonly source: 'custom';
  readonly content: {
    readonly textType: 'client-markdown';
    readonly title: string;
    readonly description: string;
    readonly nextSteps?: readonly string[];
  };
}

/** Nothing is documented about lengths; a channel has no room for more. */
const MOST_SHOWN = 8;

/** One message for all changes of a delivery. */
export function chatMessage(notices: readonly Notice[], logGroup?: LogGroup): ChatMessage {
  const sorted = inRiskOrder(notices);
  const [worst] = sorted;
  const one = sorted.length === 1;
  const title = literal(one ? titleOf(worst) : `${riskWords(worst)}: ${countWords(sorted)}`);
  const lines = one
    ? [...headline(worst), ...details(worst)]
    : sorted
        .slice(0, MOST_SHOWN)
        .flatMap((notice) => [...headline(notice), ...details(notice).slice(0, 6), '']);
  const links = one ? linkLines(worst) : changesLink(logGroup);
  return {
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title,
      description: [...lines, ...omitted(sorted.slice(MOST_SHOWN), logGroup)].map(literal).join('\n'),
      ...(links.length > 0 && { nextSteps: links }),
    },
  };
}

/** Quoted text, and what looks like the name of a host or an address. */
const NOT_OURS = /("[^"]*"|[^\s"(),;]*[\w-]\.[A-Za-z][^\s"(),;]*)/;

/**
 * Text of which a chat makes nothing: what others chose stands in a code span, where neither links nor mentions nor formats
 * are seen; what is left of Markdown's characters is replaced.
 */
function literal(text: string): string {
  return text
    .replace(/`/g, "'")
    .split(NOT_OURS)
    .map((part, index) => (index % 2 ? `\`${part.replace(/"/g, '')}\`` : part.replace(/[*~[\]|]/g, '-')))
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
