import type { BrowserContext } from '@playwright/test';
import { endChannel, sentWith, type ClientChannel } from '../suite/end-channel.ts';

/** The channels to Firestore of a browser's pages. */
export interface Channels {
  /**
   * To be called when none of the pages is there any more. False: the emulator did not know one of
   * them any more.
   */
  end(): Promise<boolean>;
}

/** To be called before the first page is opened. */
export async function followChannels(context: BrowserContext): Promise<Channels> {
  const channels = new Map<string, ClientChannel>();
  context.on('request', (request) => {
    const url = request.url();
    const session = new URL(url).searchParams.get('SID');
    if (session === null) return;
    const before = channels.get(session)?.sent ?? 0;
    const sent = Math.max(before, sentWith(request.postData() ?? ''));
    channels.set(session, { url, sent });
  });
  await context.addInitScript(sayNoFarewell);
  return {
    async end() {
      const ended = [...channels.values()];
      channels.clear();
      const forgotten = await Promise.all(ended.map(endChannel));
      return forgotten.every(Boolean);
    },
  };
}

/** In the page: the emulator would close the channel, and go on with what that listens to for ever. */
function sayNoFarewell(): void {
  const send = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (url, data) =>
    /Listen.*TYPE=terminate/.test(String(url)) || send(url, data);
}
