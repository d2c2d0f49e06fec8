/** More people than this at once are not told apart: the oldest bucket starts again. */
const BUCKETS_MAX = 10_000;

/**
 * Lets each key through `burst` times at once, and `perSecond` times a second for ever. One for
 * each instance, in memory: it stops loops and floods, not what `maxInstances` lets through.
 */
export function tokenBucket(
  burst: number,
  perSecond: number,
): (key: string, now: number) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key, now) => {
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now };
    const filled = Math.min(burst, tokens + ((now - at) / 1_000) * perSecond);
    const isLet = filled >= 1;
    buckets.delete(key);
    buckets.set(key, { tokens: isLet ? filled - 1 : filled, at: now });
    if (buckets.size > BUCKETS_MAX) buckets.delete(buckets.keys().next().value ?? key);
    return isLet;
  };
}
