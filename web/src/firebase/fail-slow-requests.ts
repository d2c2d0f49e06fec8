/**
 * Until the returned function is called, a request to such an address fails as without a network if
 * its answer takes longer.
 */
export function failSlowRequests(isMeant: (url: string) => boolean, ms: number): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    return fetch(input, isMeant(url) ? { ...init, signal: AbortSignal.timeout(ms) } : init);
  };
  return () => {
    globalThis.fetch = fetch;
  };
}
