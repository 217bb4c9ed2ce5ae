import { isUnreadable } from '../../field/field';
import { type CheckOf, fail, known, unknown } from '../check';
import { metricValues } from '../metric-values';

const REMEDY = 'set treatMissingData: TreatMissingData.NOT_BREACHING';

export const alarmMissingData: CheckOf<'alarm'> = {
  id: 'alarm-missing-data',
  title: 'Missing data does not keep the alarm in ALARM',
  link: 6,
  question: 'effect',
  about: 'alarm',
  judge: (part, { name, account }) => {
    const treatment = known(part.alarm.treatMissingData, `how ${name} treats missing data`);
    if (treatment === 'notBreaching' || treatment === 'missing') return undefined;
    if (treatment === 'breaching') {
      return fail(`missing data keeps ${name} in ALARM, where a change rings nothing`, REMEDY);
    }
    if (treatment !== 'ignore') {
      return unknown(`${name} treats missing data as "${treatment}", which this check does not know`, REMEDY);
    }
    const defaults = metricValues(part, account).others.filter(({ kind }) => kind === 'default value');
    if (defaults.some(({ number, doubt }) => !isUnreadable(number) && !doubt)) return undefined;
    const [hidden] = defaults.map(({ number, doubt }) => (isUnreadable(number) ? number : doubt));
    if (hidden) known<number>(hidden, 'the default value of the metric');
    return fail(
      `${name} ignores missing data and the metric has no default value: after the first change it stays in ALARM`,
      REMEDY,
    );
  },
};
