/** Says what begins, and how long it took when it ends. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  process.stdout.write(`${title} ... `);
  try {
    return await work();
  } finally {
    process.stdout.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`);
  }
}
