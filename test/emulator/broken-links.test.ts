import { DeployedStack } from '../../emulator/deploy';
import { auditLinks } from '../../emulator/links';
import { monitor, synthesize } from '../../emulator/synthesize';
import { BREAKS, partsOf } from './breaks';
import { describeOnEmulator } from './describe-on-emulator';

describeOnEmulator('a chain with one broken link', (emulator) => {
  test.each(BREAKS.map((one, index) => ({ ...one, index })))(
    '$link: $how',
    async ({ link, apply, index }) => {
      const aws = emulator().aws.inAccount(String(200_000_000_000 + index));
      const stack = new DeployedStack(aws, 'monitoring');
      await stack.create(synthesize((scope) => monitor(scope)));
      await apply(aws, partsOf(await stack.resources()));

      const links = await auditLinks(aws);
      expect(links.filter((one) => one.state === 'broken').map((one) => one.number)).toEqual([link]);
      expect(links.filter((one) => one.state === 'not reached' && one.number < link)).toEqual([]);
    },
  );
});
