import { CHECKS } from '../../src/audit/checks';
import { account, type Difference } from './sound-account';

const findings = (difference: Difference) => {
  const { chain, snapshot } = account(difference);
  return CHECKS.map((check) => ({ id: check.id, ...check.judge(chain, snapshot) }));
};

test('a sound account passes every check, without a note', () => {
  expect(findings({})).toEqual(CHECKS.map(({ id }) => ({ id, outcome: 'PASS' })));
});

test('an account with nothing passes no check, and every finding says why and what mends it', () => {
  const nothing: Difference = {
    trail: null,
    logGroup: null,
    logGroupName: null,
    filters: [],
    alarm: null,
    topic: null,
    topicArn: null,
    subscriptions: [],
  };
  for (const finding of findings(nothing)) {
    expect(finding).toEqual({
      id: finding.id,
      outcome: expect.stringMatching(/^(FAIL|UNKNOWN)$/),
      reason: expect.any(String),
      remedy: expect.any(String),
    });
  }
});
