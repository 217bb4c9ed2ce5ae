/** Asks again until there is an answer; a bound instead of a fixed wait. */
export async function until<T>(
  what: string,
  atMostSeconds: number,
  everySeconds: number,
  ask: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + atMostSeconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`not within ${atMostSeconds} seconds: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, everySeconds * 1000));
  }
}
