import * as fc from 'fast-check';
import { chatMessage, digestText, mailText, messageAttributes, noticeOf } from '../../src/notice';
import { record } from './records';

const EVENT_NAMES = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
];

/** What somebody may write who wants to be misread. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom(
    '\nHIGH RISK: nothing',
    '\r\n\r\nWho: somebody else',
    '\u2028Outcome: succeeded',
    '<https://evil.example|click>',
    '[click](https://evil.example)',
    '<!channel> @here @everyone <@U123>',
    '"; quoted "',
    '`code` *bold* _italic_ ~gone~',
    '\u202egnorw',
    'https://evil.example/x'.repeat(200),
    '\ud800',
    '\u0000',
    '__proto__',
    'undefined',
  ),
);
const value = fc.oneof(
  hostile,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.object({ maxDepth: 2 }),
);

const LOGGED = record(
  { errorMessage: 'x', errorCode: 'y', vpcEndpointId: 'z' },
  { ipv6CidrBlock: '::/0', vpcId: 'v', associationId: 'a' },
);

/** A record in which any of the fields is anything. */
const records = fc.oneof(
  fc.jsonValue(),
  ...[LOGGED].map((base) =>
    fc
      .tuple(
        fc.constantFrom(...EVENT_NAMES),
        fc.dictionary(fc.constantFrom(...Object.keys(base)), value, { maxKeys: 4 }),
        fc.dictionary(fc.constantFrom(...Object.keys(base.requestParameters as object)), value, {
          maxKeys: 4,
        }),
        fc.dictionary(
          fc.constantFrom(
            'type',
            'arn',
            'userName',
            'principalId',
            'accountId',
            'invokedBy',
            'sessionContext',
          ),
          value,
        ),
      )
      .map(([eventName, changes, request, identity]) => ({
        ...base,
        userIdentity: { ...(base.userIdentity as object), ...identity },
        requestParameters: { ...(base.requestParameters as object), ...request },
        ...changes,
        eventName,
      })),
  ),
);

/** The beginnings of all lines that a mail has. */
const LINES =
  /^(HIGH RISK: .*|DENIED ATTEMPT: .*|No known risk: .*|Risk unknown: .*|(Created|Added|Deleted|Replaced|Moved) .*|(Denied|Failed): tried to .*|Dry run: .*|\w+, outcome unknown: to .*|See the log group\.|(Who|How|From|MFA|When|Where|Outcome|Looked up afterwards|Event): .*|(Network ACL|CloudTrail event|Earlier changes):|https:\/\/[a-z0-9-]+\.console\.[a-z-]+\..*|)$/;

const logGroup = { name: 'trail', region: 'eu-west-1' };

test('any record becomes a mail whose lines are ours alone, within the limits of mail', () => {
  fc.assert(
    fc.property(records, (one) => {
      const { subject, body } = mailText(noticeOf(one, { logGroup }));
      expect(subject).toMatch(/^[ -~]{1,99}$/);
      expect(body.split('\n').filter((line) => !LINES.test(line))).toEqual([]);
      expect(body.match(/^(Who|Outcome|Event): /gm)).toHaveLength(3);
      expect(body).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
      expect(`${subject}${body}`).not.toContain('[object');
      // Links lead to the console, and nowhere else.
      expect(
        body.match(
          /https?:\/\/(?![a-z0-9-]+\.console\.(aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)\/)/g,
        ),
      ).toBeNull();
      expect(Buffer.byteLength(body)).toBeLessThan(16_384);
    }),
    { numRuns: 2000 },
  );
});

test('nothing that a record lacks is shown as undefined, null or NaN', () => {
  const partial = fc
    .subarray(Object.keys(LOGGED))
    .map((keys) => Object.fromEntries(keys.map((key) => [key, LOGGED[key]])));
  fc.assert(
    fc.property(
      partial,
      fc.constantFrom(...EVENT_NAMES),
      fc.constantFrom(null, undefined, {}),
      (some, eventName, request) => {
        for (const changes of [{}, { requestParameters: request }, { userIdentity: request }]) {
          const notice = noticeOf({ ...some, eventName, ...changes });
          const texts = [mailText(notice).body, chatMessage([notice]).content.description];
          expect(texts.join('\n')).not.toMatch(/undefined|null|NaN|\[object/);
        }
      },
    ),
  );
});

test('any record becomes a chat message without tags, links and mentions of others', () => {
  fc.assert(
    fc.property(records, (one) => {
      const { title, description } = chatMessage([noticeOf(one, { logGroup })]).content;
      for (const text of [title, description]) {
        expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)|:\/\/|@(here|channel|everyone)\b/i);
        const outsideOfCode = text.split('\n').map((line) => line.split('`'));
        for (const parts of outsideOfCode) {
          expect(parts.length % 2).toBe(1); // each code span ends on its line
          expect(parts.filter((_, index) => index % 2 === 0).join('')).not.toMatch(/[*~[\]|]/);
        }
      }
      expect(description.length).toBeLessThan(8000);
    }),
    { numRuns: 1000 },
  );
});

test('any records together stay within the limits of SNS', () => {
  fc.assert(
    fc.property(
      fc.array(records, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 40 }),
      (some, times) => {
        const notices = Array.from({ length: times }, () => some)
          .flat()
          .map((one) => noticeOf(one, { logGroup }));
        const { subject, body } = digestText(notices, logGroup);
        const attributes = Object.entries(messageAttributes(notices, logGroup));
        const texts = attributes.flatMap(([name, one]) => [name, one.DataType, one.StringValue]);
        expect(
          [subject, body, ...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0),
        ).toBeLessThan(262_144);
        expect(subject).toMatch(/^[ -~]{1,99}$/);
        for (const [, { StringValue }] of attributes) expect(StringValue).not.toBe('');
      },
    ),
    { numRuns: 60 },
  );
});

test.each([' ', '"', 'Encoded', 'a.', ':assumed-role/', '\u{1f600}', '(', 'Aa', '-a'])(
  'a quarter of a megabyte of %j everywhere comes to an end',
  (piece) => {
    const text = piece.repeat(250_000 / piece.length);
    const one = record(
      {
        errorCode: text,
        errorMessage: text,
        userAgent: text,
        awsRegion: text,
        eventTime: text,
        sourceIPAddress: text,
        userIdentity: { type: text, arn: text, userName: text },
      },
      { networkAclId: text, cidrBlock: text, aclProtocol: text, ruleNumber: text },
    );
    const notices = [
      noticeOf(one, { logGroup }),
      noticeOf({ ...one, userIdentity: { type: 'AssumedRole', arn: text } }),
    ];
    expect(Buffer.byteLength(digestText(notices, logGroup).body)).toBeLessThan(16_384);
    expect(chatMessage(notices, logGroup).content.description.length).toBeLessThan(16_384);
  },
);
