/** What the SDK, or the browser beneath it, says when the cache is lost and nothing more will be read or sent. */
const FATAL: readonly RegExp[] = [
  /INTERNAL ASSERTION FAILED/,
  /AsyncQueue is already failed/,
  /Connection to Indexed Database server lost/,
  /Failed to obtain (exclusive access|primary lease)/i,
  /client has already been terminated/,
  /database (connection is closing|deleted by request of the user)/i,
];

export function isCacheTrouble(error: unknown): boolean {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return FATAL.some((pattern) => pattern.test(text));
}

/** Calls back when the SDK has broken down: only a new page helps. Errors of others are not told. */
export function subscribeToCacheTrouble(onTrouble: () => void): () => void {
  function onError({ error, message }: ErrorEvent): void {
    if (isCacheTrouble(error ?? message)) onTrouble();
  }
  function onRejection({ reason }: PromiseRejectionEvent): void {
    if (isCacheTrouble(reason)) onTrouble();
  }
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}
