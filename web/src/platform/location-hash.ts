/** Set on each history entry that was made while Plaza was open. */
interface Mark {
  readonly isInside: boolean;
}

function markEntry(isInside: boolean): void {
  if (history.state !== null) return;
  history.replaceState({ isInside } satisfies Mark, '');
}

markEntry(false);
window.addEventListener('hashchange', () => markEntry(true));

/** What follows the # in the address; empty without one. */
export function currentHash(): string {
  return location.hash.slice(1);
}

/** Calls back on each change, also by Back and by links. */
export function subscribeToHash(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** Goes there, as a link would. */
export function openHash(hash: string): void {
  location.hash = hash;
}

/** Goes where Back goes, or, where that would leave Plaza, to the address without a hash. */
export function leaveHash(): void {
  if ((history.state as Mark | null)?.isInside === true) history.back();
  else dropHash();
}

/** Takes the hash off the address without a new history entry. */
export function dropHash(): void {
  if (location.hash === '') return;
  const { state } = history as { state: Mark | null };
  history.replaceState(state, '', location.pathname + location.search);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
