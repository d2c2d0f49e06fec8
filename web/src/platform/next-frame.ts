/** Where nothing is drawn there are no frames. */
const HIDDEN_MS = 250;

/** Calls back before the next frame is drawn; in a hidden page, soon. */
export function onNextFrame(callback: () => void): void {
  if (document.visibilityState === 'hidden') setTimeout(callback, HIDDEN_MS);
  else requestAnimationFrame(callback);
}
