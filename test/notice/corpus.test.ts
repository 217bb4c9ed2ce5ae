import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chatMessage, mailText, messageAttributes, noticeOf } from '../../src/notice';

const FOLDER = join(__dirname, '../corpus/notices');
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

const CASES = ['real.json', 'documented.json'].flatMap((file) => {
  const { logGroup, cases } = read(file);
  return cases.map((one: { name: string }) => ({ logGroup, ...one }));
});

test.each(CASES)('$name', ({ record, lookedUp, logGroup, expected }) => {
  const notice = noticeOf(record, { logGroup, lookedUp });
  const { subject, body } = mailText(notice);
  const attributes = Object.entries(messageAttributes([notice], logGroup)).map(([name, { StringValue }]) => [
    name,
    name === 'notices' ? JSON.parse(StringValue) : StringValue,
  ]);
  expect({
    subject,
    body: body.split('\n'),
    chat: JSON.parse(JSON.stringify(chatMessage([notice], logGroup))),
    attributes: Object.fromEntries(attributes),
  }).toEqual(expected);
});

test('the corpus has all six events, done, denied and failed', () => {
  const outcomes = CASES.map(({ record }) => record.errorCode ?? 'done');
  expect(new Set(outcomes).size).toBeGreaterThan(5);
  expect([...new Set(CASES.map(({ record }) => record.eventName))].sort()).toEqual([
    'CreateNetworkAcl',
    'CreateNetworkAclEntry',
    'DeleteNetworkAcl',
    'DeleteNetworkAclEntry',
    'ReplaceNetworkAclAssociation',
    'ReplaceNetworkAclEntry',
  ]);
  expect(readdirSync(FOLDER).sort()).toEqual(['documented.json', 'must-say.json', 'real.json']);
});

describe('what a notice must and must not say', () => {
  test.each<any>(read('must-say.json').cases)('$name', ({ record, mustSay, mustNotSay, risk }) => {
    const notice = noticeOf(record);
    const { subject, body } = mailText(notice);
    const mail = `${subject}\n${body}`.toLowerCase();
    const { title, description } = chatMessage([notice]).content;
    const chat = `${title}\n${description}`.toLowerCase();
    const lower = (texts: string[]) => texts.map((text) => text.toLowerCase());
    expect(notice.risk).toBe(risk);
    for (const form of [mail, chat]) {
      expect(lower(mustSay).filter((text) => !form.includes(text))).toEqual([]);
      const forbidden = lower(mustNotSay).filter((text) => form === chat || !/[<>]/.test(text));
      expect(forbidden.filter((text) => form.includes(text))).toEqual([]);
    }
  });
});
