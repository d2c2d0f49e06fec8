/** Is told what could not be mended. */
export type OnFailure = (error: unknown) => void;

/**
 * Mends one after the other, whatever becomes of the others: what cannot be mended would hold up all
 * that come after it, in every run. Resolves with how many there were to mend.
 */
export async function mendEach<T>(
  items: readonly T[],
  onFailure: OnFailure,
  mend: (item: T) => Promise<boolean>,
): Promise<number> {
  let mended = 0;
  for (const item of items) {
    try {
      if (await mend(item)) mended += 1;
    } catch (error) {
      onFailure(error);
    }
  }
  return mended;
}
