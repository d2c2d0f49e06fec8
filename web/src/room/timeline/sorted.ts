interface Placed {
  readonly place: string;
}

/** The index of the first item at this place or after it; the length if there is none. */
export function firstFrom(items: readonly Placed[], place: string): number {
  const last = items.at(-1);
  if (last === undefined || last.place < place) return items.length;
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.place ?? '') < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
