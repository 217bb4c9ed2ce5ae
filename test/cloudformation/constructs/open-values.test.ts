import { CfnCondition, CfnMapping, CfnParameter, Fn, Lazy } from 'aws-cdk-lib';
import { ENV } from '../../policy-validation/apps';
import { monitoredStack } from '../../policy-validation/chains';
import { judgedBothWays } from './both-ways';

type Chain = ReturnType<typeof monitoredStack>;
const statistic = (of: (chain: Chain) => string) =>
  judgedBothWays((app) => {
    const chain = monitoredStack(app, 'Monitoring', ENV);
    chain.alarm.statistic = of(chain);
    chain.filter.addPropertyOverride('MetricTransformations.0.DefaultValue', 0);
  });
const UNKNOWN = 'UNKNOWN alarm-statistic: the statistic of alarm Monitoring/Bell could not be read:';

test.each<[string, (chain: Chain) => string, RegExp]>([
  ['a lazy value', () => Lazy.string({ produce: () => 'Sum' }), /^PASS$/],
  ['a lazy value that is wrong', () => Lazy.string({ produce: () => 'Average' }), /^FAIL alarm-statistic/],
  [
    'a value of a mapping',
    ({ stack }) =>
      new CfnMapping(stack, 'Choice', { mapping: { alarm: { statistic: 'Sum' } } }).findInMap(
        'alarm',
        'statistic',
      ),
    /^PASS$/,
  ],
  [
    'a condition',
    ({ stack }) => {
      new CfnCondition(stack, 'Maybe', { expression: Fn.conditionEquals('a', 'b') });
      return Fn.conditionIf('Maybe', 'Sum', 'Average').toString();
    },
    new RegExp(`^${UNKNOWN} it depends on the condition "Maybe"`),
  ],
  [
    'a condition that decides nothing',
    ({ stack }) => {
      new CfnCondition(stack, 'Maybe', { expression: Fn.conditionEquals('a', 'b') });
      return Fn.conditionIf('Maybe', 'Sum', 'Sum').toString();
    },
    /^PASS$/,
  ],
  [
    'a parameter',
    ({ stack }) => new CfnParameter(stack, 'Statistic', { default: 'Sum' }).valueAsString,
    new RegExp(`^${UNKNOWN} it is the parameter "Statistic"`),
  ],
])('%s', (_, of, expected) => {
  expect(statistic(of)).toMatch(expected);
});
