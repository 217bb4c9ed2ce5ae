import { checkDotnetSources, checkNugetPackages } from './artefacts/dotnet';
import { answers } from './commands';
import type { Language } from './language';

/** Packaged, and no more than that. */
export const dotnet: Language = {
  name: '.NET',
  target: 'dotnet',
  missing: () => undefined,
  async run(tally, room) {
    if (answers('dotnet', '--version')) {
      await tally.check('the NuGet packages', () => checkNugetPackages(room));
    } else {
      process.stdout.write('dotnet was not found: packaged as sources\n');
      await tally.check('what the sources are', () => checkDotnetSources(room));
    }
  },
};
