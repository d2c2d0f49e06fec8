const TICK_MS = 10_000;

/** Runs `work`, says that it started, every ten seconds that it still runs, and how long it took. */
export async function step<T>(label: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(`${label} …`);
  const ticker = setInterval(() => console.log(`  ${label}: still at it, ${seconds()}`), TICK_MS);
  try {
    const result = await work();
    console.log(`  ${label}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
