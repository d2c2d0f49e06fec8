/** localStorage, where a browser that refuses it holds nothing instead of throwing. */
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeLocal(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing here depends on it: it only saves time or a network round at the next visit.
  }
}
