import type { BrowserContext } from '@playwright/test';
import { terminationOf } from '../../faults/web-channel.ts';

/** The streams to Firestore of a browser's pages. */
export interface Channels {
  /** To be called when no page listens any more: the emulator writes to those that have just gone, for ever. */
  end(): Promise<void>;
}

export function followChannels(context: BrowserContext): Channels {
  const urls = new Map<string, string>();
  context.on('request', (request) => {
    const url = new URL(request.url());
    const session = url.searchParams.get('SID');
    if (session !== null && url.pathname.endsWith('/channel')) urls.set(session, request.url());
  });
  return {
    async end() {
      const ended = [...urls.values()];
      urls.clear();
      await Promise.all(
        ended.map((url) => {
          const { origin } = new URL(url);
          return fetch(origin + terminationOf(url.slice(origin.length)), { method: 'POST' });
        }),
      );
    },
  };
}
