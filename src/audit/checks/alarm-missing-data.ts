import { isUnreadable } from '../../field/field';
import { type Check, fail, PASS, unknown } from '../check';
import { defaultValues, withAlarm } from '../judging/with-alarm';
import { couldNotRead, theAlarm } from '../judging/words';

const REMEDY = 'set treatMissingData: TreatMissingData.NOT_BREACHING';

export const alarmMissingData: Check = {
  id: 'alarm-missing-data',
  title: 'Missing data does not keep the alarm in ALARM',
  link: 6,
  question: 'effect',
  judge: (chain) =>
    withAlarm(chain, (alarm) => {
      const { treatMissingData: treatment, origin } = alarm;
      const name = theAlarm(alarm);
      if (isUnreadable(treatment)) return couldNotRead(`how ${name} treats missing data`, treatment, origin);
      if (treatment === 'breaching') {
        return fail(`missing data keeps ${name} in ALARM, where a change rings nothing`, REMEDY, origin);
      }
      if (treatment === 'notBreaching' || treatment === 'missing') return PASS;
      if (treatment !== 'ignore') {
        return unknown(
          `${name} treats missing data as "${treatment}", which this check does not know`,
          REMEDY,
          origin,
        );
      }
      const defaults = defaultValues(chain.metricFilters);
      if (isUnreadable(defaults)) return couldNotRead('the default value of the metric', defaults, origin);
      if (defaults.length > 0) return PASS;
      return fail(
        `${name} ignores missing data and the metric has no default value: after the first change it stays in ALARM`,
        REMEDY,
        origin,
      );
    }),
};
