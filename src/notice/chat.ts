import { omittedWords } from './digest';
import { changesLink, type LogGroup } from './links';
import { countWords, inRiskOrder } from './listing';
import { headline, outcomeWords, RISK_WORDS } from './mail';
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
    readonly keywords?: readonly string[];
  };
  readonly metadata: {
    readonly summary: string;
    readonly eventType: string;
    readonly relatedResources?: readonly string[];
    readonly additionalContext: Readonly<Record<string, string>>;
  };
}

/** Nothing is documented about lengths; a channel has no room for more. */
const MOST_SHOWN = 8;
const LONGEST_TITLE = 250;

/** One message for all changes of a delivery. */
export function chatMessage(notices: readonly Notice[], logGroup?: LogGroup): ChatMessage {
  const sorted = inRiskOrder(notices);
  const [worst] = sorted;
  const one = sorted.length === 1;
  const title = one
    ? `${RISK_WORDS[worst.risk]}: ${worst.shortAction}`
    : `${worst.risk === 'none' ? '' : `${RISK_WORDS[worst.risk]}: `}${sorted.length} network ACL changes: ${countWords(sorted)}`;
  const left = sorted.slice(MOST_SHOWN);
  const description = one
    ? single(worst).join('\n')
    : [
        ...sorted.slice(0, MOST_SHOWN).map((notice) => several(notice).join('\n')),
        ...(left.length > 0 ? [literal(omittedWords(left, logGroup))] : []),
      ].join('\n\n');
  const all = logGroup && changesLink(logGroup);
  const nextSteps = one ? steps(worst) : all ? [`All changes, in Logs Insights: ${all}`] : [];
  return {
    version: '1.0',
    source: 'custom',
    content: {
      textType: 'client-markdown',
      title: literal([...title].slice(0, LONGEST_TITLE).join('')),
      description,
      ...(nextSteps.length > 0 && { nextSteps }),
      keywords: [`risk ${worst.risk}`, 'network ACL', ...(one ? [literal(worst.eventName)] : [])],
    },
    metadata: {
      summary: literal([...title].slice(0, LONGEST_TITLE).join('')),
      eventType: one ? literal(worst.eventName) : 'digest',
      ...(one && worst.networkAcl !== 'unknown' && { relatedResources: [literal(worst.networkAcl)] }),
      additionalContext: { risk: worst.risk, count: String(sorted.length) },
    },
  };
}

function single(notice: Notice): string[] {
  return [
    ...headline(notice).map(literal),
    literal(`Who: ${[notice.who, ...notice.whoDetails].join('; ')}`),
    literal(`How: ${notice.channel}`),
    literal(`From: ${notice.source}; MFA: ${notice.mfa}`),
    literal(`When: ${notice.time}`),
    literal(`Where: account ${notice.account}, region ${notice.region}`),
    literal(`Outcome: ${outcomeWords(notice)}`),
    ...(notice.lookUp ? [literal(`Looked up afterwards: ${notice.lookUp}`)] : []),
    ...notice.notInRecord,
    literal(`Event: ${notice.eventName}, id ${notice.eventId}`),
  ];
}

function several(notice: Notice): string[] {
  return [
    ...headline(notice).map(literal),
    literal(`${notice.who}; ${notice.channel}; from ${notice.source}`),
    literal(`${notice.time}, account ${notice.account}, region ${notice.region}, event ${notice.eventId}`),
  ];
}

function steps({ links }: Notice): string[] {
  return [
    ...(links.networkAcl ? [`The network ACL: ${links.networkAcl}`] : []),
    ...(links.event ? [`The event: ${links.event}`] : []),
    ...(links.history ? [`What happened to it before, in Logs Insights: ${links.history}`] : []),
  ];
}

/**
 * Text of which a chat makes nothing: quoted text and all that looks like the name of a host or an address stands in a code
 * span, where neither links nor mentions nor formats are seen; what is left of Markdown's characters is replaced.
 */
function literal(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/`/g, "'")
    .split(/("[^"]*"|[^\s"(),;]*[A-Za-z0-9_-]\.[A-Za-z][^\s"(),;]*)/)
    .map((part, index) => (index % 2 === 1 ? `\`${part.replace(/"/g, '')}\`` : part.replace(/[*~[\]|]/g, '\u00b7')))
    .join('');
}
