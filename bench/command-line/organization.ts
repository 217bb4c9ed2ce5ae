import { fork } from 'node:child_process';
import { childFile } from '../fresh-process';
import { type MeasuredProcess, measuredProcess } from '../measured-process';
import { type Goal, progress } from '../part';
import { count, fixed, table } from '../table';
import { ACCOUNT, environmentOf } from './environment';

const LATENCY = 50;
const CONCURRENCY = 8;

/** An organization, with a latency that no network of this machine has. */
export async function measureOrganization(command: readonly string[], emulator: string, size: number) {
  const rows: string[][] = [];
  const figures: { readonly ratio: number; readonly peakMiB: number }[] = [];
  const [twoAt, twoLater, oneAt, oneLater] = [
    await measureWith(command, emulator, 2, LATENCY),
    await measureWith(command, emulator, 2, 3 * LATENCY),
    await measureWith(command, emulator, 1, LATENCY),
    await measureWith(command, emulator, 1, 3 * LATENCY),
  ];
  // What the latency adds is calls that wait for one another; what is asked once for all accounts cancels out.
  const waits = (late: MeasuredProcess, early: MeasuredProcess) =>
    (late.milliseconds - early.milliseconds) / (2 * LATENCY);
  const depth = Math.round(waits(twoLater, twoAt) - waits(oneLater, oneAt));
  for (const accounts of [size, 2 * size]) {
    progress(`command line: ${accounts} accounts`);
    const measured = await measureWith(command, emulator, accounts, LATENCY, CONCURRENCY);
    const ideal = (accounts / CONCURRENCY) * depth * LATENCY;
    figures.push({ ratio: measured.milliseconds / ideal, peakMiB: measured.peakMiB });
    rows.push([
      count(accounts),
      fixed(measured.milliseconds / 1000, 1),
      fixed(ideal / 1000, 1),
      fixed(measured.milliseconds / ideal, 2),
      fixed(measured.peakMiB, 0),
    ]);
  }
  const [one, twice] = figures;
  const memory = twice.peakMiB / one.peakMiB;
  const goals: Goal[] = [
    {
      goal: `${count(size)} accounts with ${LATENCY} ms a call: at most 1.5 times what the latency alone takes, ${CONCURRENCY} accounts at once`,
      measured: fixed(one.ratio, 2),
      holds: one.ratio <= 1.5,
    },
    {
      goal: 'twice the accounts: at most 1.1 times the memory',
      measured: fixed(memory, 2),
      holds: memory <= 1.1,
    },
  ];
  const text = [
    table(['accounts', 's', 'ideal, s', 'ratio', 'peak, MiB'], rows),
    `\`audit --organization --concurrency ${CONCURRENCY}\`, ${LATENCY} ms added to each call. Ideal is the latency alone: ${depth} calls of an account wait for one another, as two latencies tell.`,
  ].join('\n\n');
  return { text, goals };
}

/** An organization of so many accounts, audited one after the other where nothing else is said. */
async function measureWith(
  command: readonly string[],
  emulator: string,
  size: number,
  delayMilliseconds: number,
  concurrency = 1,
): Promise<MeasuredProcess> {
  const accounts = Array.from({ length: size }, (_, i) => String(200_000_000_000 + i));
  const job = { emulator, account: ACCOUNT, delayMilliseconds, accounts };
  const child = fork(childFile('recorded-aws'), [JSON.stringify(job)], { execArgv: [] });
  try {
    const { port } = await new Promise<{ port: number }>((resolve) => {
      child.once('message', (message) => resolve(message as { port: number }));
    });
    const environment = environmentOf(`http://127.0.0.1:${port}`);
    const args = [...command, 'audit', '--organization', '--role-name', 'Auditor', '--quiet'];
    const whole = [...args, '--concurrency', `${concurrency}`];
    await measuredProcess([...whole, '--accounts', accounts[0]], environment); // what the emulator answers is known now
    return await measuredProcess(whole, environment);
  } finally {
    child.kill();
  }
}
