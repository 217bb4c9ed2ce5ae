import { auditLinks } from '../../emulator/links';
import { BREAKS } from './breaks';
import { describeOnEmulator } from './describe-on-emulator';
import { monitoredAccount } from './monitored-account';

describeOnEmulator('a chain with one broken link', (emulator) => {
  test.each(BREAKS.map((one, index) => ({ ...one, index })))(
    '$link: $how',
    async ({ link, apply, index }) => {
      const { aws, ...parts } = await monitoredAccount(emulator(), String(200_000_000_000 + index));
      await apply(aws, parts);

      const links = await auditLinks(aws);
      expect(links.filter((one) => one.state === 'broken').map((one) => one.number)).toEqual([link]);
      expect(links.filter((one) => one.state === 'not reached' && one.number < link)).toEqual([]);
    },
  );
});
