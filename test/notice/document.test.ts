import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chatMessage,
  digestText,
  mailText,
  messageAttributes,
  type Notice,
  noticeOf,
  RISK_TABLE,
  rawMessage,
} from '../../src/notice';
import { generatedPart } from '../generated-part';
import { chatPicture } from './chat-picture';
import { record } from './records';

const DOCS = join(__dirname, '../../docs');
const PAGE = join(DOCS, 'notices.md');
const page = () => readFileSync(PAGE, 'utf8');

const logGroup = { name: 'aws-cloudtrail-logs', region: 'eu-west-1' };
const notice = (changes: object = {}, request: object = {}) =>
  noticeOf(record(changes, request), { logGroup });
const OPEN = notice();
const DENIED = notice({
  eventTime: '2026-11-25T10:17:02Z',
  eventID: '5f1e6e70-3f5c-4a8e-9d1a-0c6d7b8a9e10',
  userIdentity: {
    type: 'IAMUser',
    userName: 'bob',
    arn: 'arn:aws:iam::111122223333:user/bob',
    accountId: '111122223333',
  },
  errorCode: 'Client.UnauthorizedOperation',
  errorMessage: 'You are not authorized to perform this operation.',
});
const OUTBOUND = notice(
  {
    eventTime: '2026-11-25T10:16:00Z',
    eventID: '0b7c4f0e-1d2c-4e7f-8a9b-1c2d3e4f5a6b',
    userAgent: 'APN/1.0 HashiCorp/1.0 Terraform/1.9.8',
  },
  { egress: true, ruleNumber: 120, portRange: { from: 443, to: 443 } },
);

const mail = (text: { readonly subject: string; readonly body: string }) =>
  `\n\`\`\`text\nSubject: ${text.subject}\n\n${text.body.trimEnd()}\n\`\`\`\n\n`;
const json = (value: unknown) => `\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n\n`;
const shownAttributes = (notices: readonly Notice[]) => {
  const { notices: _, ...others } = messageAttributes(notices, logGroup);
  return others;
};

test.each([
  ['mail', mail(mailText(OPEN))],
  ['denied', mail(mailText(DENIED))],
  ['digest', mail(digestText([OUTBOUND, DENIED, OPEN], logGroup))],
  ['chat', json(chatMessage([OPEN], logGroup))],
  ['attributes', json(shownAttributes([OPEN]))],
  ['raw', json(rawMessage([OPEN], logGroup))],
])('docs/notices.md shows what comes of the code: %s', (name, content) => {
  expect(generatedPart(PAGE, name, content)).toBe(content);
});

test('docs/notices.md has the table of risks, row by row', () => {
  const rows = [...page().matchAll(/^\| \d+ \| (high|attempt|none) \| /gm)].map(([, risk]) => risk);
  expect(rows).toEqual(RISK_TABLE.map(([risk]) => risk));
});

test('the filter policies of the page are JSON, and name attributes that there are', () => {
  const policies = [...page().matchAll(/^```json policy\n([\s\S]*?)^```$/gm)].map(([, text]) =>
    JSON.parse(text),
  );
  expect(policies.length).toBeGreaterThan(1);
  const names = Object.keys(messageAttributes([OPEN]));
  for (const policy of policies) expect(names).toEqual(expect.arrayContaining(Object.keys(policy)));
});

test.each([
  ['notice-chat.svg', [OPEN]],
  ['notice-chat-digest.svg', [OUTBOUND, DENIED, OPEN]],
])('docs/%s is drawn from the JSON', (name, notices) => {
  const picture = chatPicture(chatMessage(notices, logGroup));
  if (process.env.UPDATE_DOCS === '1') writeFileSync(join(DOCS, name), picture);
  expect(readFileSync(join(DOCS, name), 'utf8')).toBe(picture);
  expect(page()).toContain(`(${name})`);
});
