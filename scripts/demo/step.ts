let running: symbol | undefined;

/** Says what begins, and how long it took when it ends. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const own = Symbol(title);
  const start = Date.now();
  running = own;
  process.stdout.write(`${title} ... `);
  try {
    return await work();
  } finally {
    if (running === own) {
      running = undefined;
      process.stdout.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`);
    }
  }
}

/** Ends the line of the step that is under way: it says nothing more, whenever its work ends. */
export function abandonStep(): void {
  if (running) {
    running = undefined;
    process.stdout.write('interrupted\n');
  }
}
