import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { CASES, nobodyIsTold } from './cases';
import { type Synthesized, synthesize } from './synthesize';

/** What the user has to read, spelled out here and only here: the other languages are compared with TypeScript. */
const MESSAGES: Record<string, RegExp[]> = {
  'without-monitor': [],
  default: [/^\/Security\/NaclChanges WARNING Only email is subscribed: /],
  'bring-your-own-log-group': [
    /^\/Security\/NaclChanges WARNING The policy of the imported topic Security\/Topic cannot be extended from here: /,
  ],
  'trail-options': [],
};
const ERROR =
  'Security/NaclChanges: nobody would hear the alarm: pass subscriptions, such as [new EmailSubscription("security@example.com")], or a topic that has some.';

const expected: Record<string, Synthesized> = {};

for (const [name, build] of Object.entries(CASES)) {
  test(name, () => {
    const { templates, messages } = synthesize(build);
    assert.deepEqual(Object.keys(templates), ['Security']);
    assert.equal(messages.length, MESSAGES[name].length, messages.join('\n'));
    messages.forEach((message, index) => {
      assert.match(message, MESSAGES[name][index]);
    });
    expected[name] = { templates, messages };
  });
}

test('nobody is told', () => {
  assert.throws(() => synthesize(nobodyIsTold), { name: 'Error', message: ERROR });
});

test('what the other languages are compared with is written', () => {
  assert.deepEqual(Object.keys(expected), Object.keys(CASES));
  const { EXPECTED = 'expected.json' } = process.env;
  writeFileSync(EXPECTED, JSON.stringify({ cases: expected, error: ERROR }, undefined, 1));
});
