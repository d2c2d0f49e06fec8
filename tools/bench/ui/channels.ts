import type { BrowserContext } from '@playwright/test';
import { endChannel } from '../../suite/end-channel.ts';

/** The streams to Firestore of a browser's pages. */
export interface Channels {
  /** To be called when none of the pages is there any more. */
  end(): Promise<void>;
}

export function followChannels(context: BrowserContext): Channels {
  const urls = new Map<string, string>();
  context.on('request', (request) => {
    const session = new URL(request.url()).searchParams.get('SID');
    if (session !== null) urls.set(session, request.url());
  });
  return {
    async end() {
      const ended = [...urls.values()];
      urls.clear();
      await Promise.all(ended.map(endChannel));
    },
  };
}
