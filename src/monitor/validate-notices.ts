import { Stack, Token } from 'aws-cdk-lib';
import type { CfnTopic, ITopic } from 'aws-cdk-lib/aws-sns';
import { named } from '../language/property-names';
import type { NaclChangeNoticeOptions } from './notice-options';
import { shown } from './shown';
import { rendered } from './subscribers';

/** A pattern of the ARNs of some roles, with `*` anywhere, and not of every role. */
const ROLE_PATTERN = /^arn:[\w*-]+:iam::[\d*]+:role\/(?=.*[^*/])[\w+=,.@*/-]+$/;

/** What the environment of a function has room for, less what else is in it. */
// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
const LONGEST_LIST = 3000;

export function noticesProblem(notices: NaclChangeNoticeOptions | undefined): string | undefined {
  if (!notices) return undefined;
  const { topic, chatTopic, ignorePrincipals = [] } = notices;
  return (
    combinationProblem(notices) ??
    topicProblem('notices.topic', topic) ??
    topicProblem('notices.chatTopic', chatTopic) ??
    sameTopicProblem(topic, chatTopic) ??
    principalsProblem(ignorePrincipals)
  );
}

function combinationProblem(notices: NaclChangeNoticeOptions): string | undefined {
  const { subscriptions = [], topic, chat, chatTopic } = notices;
  if (chat === false && chatTopic) {
    return `${named('notices.chat')} is false and ${named('notices.chatTopic')} is for a chat: leave one of them out.`;
  }
  if (subscriptions.length === 0 && !topic && !chat && !chatTopic) {
    return `nobody would read the notices: pass ${named('notices.subscriptions')}, a ${named('notices.topic')} that has some, or ${named('notices.chat')}.`;
  }
  return undefined;
}

function topicProblem(property: string, topic: ITopic | undefined): string | undefined {
  if (!topic) return undefined;
  const { topicArn } = topic;
  if (topic.fifo || (!Token.isUnresolved(topicArn) && topicArn.endsWith('.fifo'))) {
    return `${named(property)} is a FIFO topic, which has neither mail nor chat: pass a standard one.`;
  }
  const keyId = (topic.node.defaultChild as CfnTopic | undefined)?.kmsMasterKeyId;
  const isOfAws = JSON.stringify(Stack.of(topic).resolve(keyId) ?? '').includes('alias/aws/');
  if (keyId !== undefined && !isOfAws && !topic.masterKey) {
    return `${named(property)} is encrypted with a key that this monitor cannot let the function use: pass the key to the topic as ${named('masterKey')}.`;
  }
  return undefined;
}

// https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
function sameTopicProblem(topic: ITopic | undefined, chatTopic: ITopic | undefined): string | undefined {
  if (!topic || !chatTopic) return undefined;
  const [one, other] = [topic, chatTopic].map((each) => rendered(each.topicArn, each));
  const [resource] = one.resources;
  const isSame = resource ? other.resources.includes(resource) : one.text === other.text;
  if (!isSame) return undefined;
  return `${named('notices.topic')} and ${named('notices.chatTopic')} are one topic, which cannot serve both, because a chat drops text and a mail shows JSON: pass two.`;
}

function principalsProblem(patterns: readonly string[]): string | undefined {
  const known = patterns.filter((pattern) => !Token.isUnresolved(pattern));
  const wrong = known.find((pattern) => !ROLE_PATTERN.test(pattern));
  if (wrong !== undefined) {
    return `${named('notices.ignorePrincipals')} has ${shown(wrong)} and takes ARNs of roles, with * for any text and a part of a name, such as arn:aws:iam::*:role/pipelines/*.`;
  }
  const { length } = JSON.stringify(known);
  if (length <= LONGEST_LIST) return undefined;
  return `${named('notices.ignorePrincipals')} has ${length} characters and fits ${LONGEST_LIST}: shorten the patterns with *.`;
}
