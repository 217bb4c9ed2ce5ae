import { Emulator } from '../../emulator/emulator';
import { findPython } from '../../python/find-python';

/** Installing takes most of it, once. */
const START_WITHIN = 300_000;

/** A jest suite with an emulator of its own; skipped with one line where there is no Python to run it. */
export function describeOnEmulator(title: string, suite: (emulator: () => Emulator) => void): void {
  const python = findPython();
  if ('missing' in python) {
    process.stderr.write(`skipped: ${title}: ${python.missing}\n`);
  }
  ('missing' in python ? describe.skip : describe)(title, () => {
    jest.setTimeout(120_000);
    let emulator: Emulator;
    beforeAll(async () => {
      emulator = await Emulator.start();
    }, START_WITHIN);
    afterAll(() => emulator?.stop());
    suite(() => emulator);
  });
}
