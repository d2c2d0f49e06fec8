import type { ServerResponse } from 'node:http';
import { endChannel, endListening, sentWith, type ClientChannel } from '../suite/end-channel.ts';
import { isFarewell } from './web-channel.ts';

/** A client comes back to its channel sooner than that, unless it has given it up. */
const ABANDONED_MS = 15_000;

interface Channel {
  /** Of any request of it; without the emulator's address. */
  readonly url: string;
  sent: number;
  connections: number;
  isGivenUp: boolean;
  ending: NodeJS.Timeout | undefined;
}

const NONE = { connections: 0, isGivenUp: false };

/** The channels that clients have to the emulator at `firestore` (`host:port`). Ends those that are given up. */
export class OpenChannels {
  readonly #firestore: string;
  readonly #channels = new Map<string, Channel>();

  constructor(firestore: string) {
    this.#firestore = firestore;
  }

  /** To be called with each request of a channel as it comes in. */
  hold(session: string, url: string, response: ServerResponse): void {
    const channel = this.#channels.get(session) ?? {
      url,
      sent: 0,
      connections: 0,
      isGivenUp: false,
      ending: undefined,
    };
    this.#channels.set(session, channel);
    channel.isGivenUp ||= isFarewell(url);
    clearTimeout(channel.ending);
    channel.connections += 1;
    const release = () => {
      channel.connections -= 1;
      if (channel.connections > 0) return;
      clearTimeout(channel.ending);
      channel.ending = setTimeout(() => void this.#end(session, channel), ABANDONED_MS);
    };
    if (response.closed) release();
    else response.once('close', release);
  }

  /** To be called with the body of each request of a channel. */
  noteSent(session: string, body: string): void {
    const channel = this.#channels.get(session);
    if (channel !== undefined) channel.sent = Math.max(channel.sent, sentWith(body));
  }

  /** The channel itself is ended by its client. */
  async endListening(session: string): Promise<void> {
    const channel = this.#channels.get(session);
    if (channel !== undefined) await endListening(this.#addressed(channel));
  }

  /** Whether the client has a connection to it, and has not said that it is done with it. */
  isOpen(session: string): boolean {
    const { connections, isGivenUp } = this.#channels.get(session) ?? NONE;
    return connections > 0 && !isGivenUp;
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.#channels].map(([session, channel]) => this.#end(session, channel)));
  }

  async #end(session: string, channel: Channel): Promise<void> {
    clearTimeout(channel.ending);
    if (this.#channels.delete(session)) await endChannel(this.#addressed(channel));
  }

  #addressed({ url, sent }: Channel): ClientChannel {
    return { url: `http://${this.#firestore}${url}`, sent };
  }
}
