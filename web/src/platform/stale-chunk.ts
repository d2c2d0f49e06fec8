/** What Vite dispatches when it cannot load a part. */
const FAILURE = 'vite:preloadError';
const STORAGE_KEY = 'plaza.reloaded-at';
/** A second failure within this time is not the deployment's fault. */
const AGAIN_MS = 5 * 60_000;

/**
 * After a deployment an old page finds its later parts gone. It is loaded again, once, unless that
 * would lose something: typed text, or without a network the page itself.
 */
export function reloadOnStaleChunk(): void {
  addEventListener(FAILURE, () => {
    if (!navigator.onLine || hasTypedText() || hasReloadedLately()) return;
    location.reload();
  });
}

/** Once more of a part that was found gone before it was wanted: what hindered the page then may be over. */
export function tellStaleChunk(): void {
  dispatchEvent(new Event(FAILURE));
}

function hasTypedText(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type=checkbox], [type=radio])',
  );
  return [...fields].some(({ value }) => value.trim() !== '');
}

/** Without a store to remember it in, it counts as done. */
function hasReloadedLately(): boolean {
  try {
    const last = Number(sessionStorage.getItem(STORAGE_KEY));
    sessionStorage.setItem(STORAGE_KEY, String(Date.now()));
    return Date.now() - last < AGAIN_MS;
  } catch {
    return true;
  }
}
