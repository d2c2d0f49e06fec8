import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { tellsResult, type ChannelRequest } from './web-channel.ts';

/** `cut`: connections break. `unavailable`: each request is answered 503. `stalled`: nothing moves, nothing breaks. */
export type Outage = 'cut' | 'unavailable' | 'stalled';

/** What goes wrong on one person's way to the backend. It may change at any moment. */
export class NetworkFaults {
  /** Each request and each piece of an answer is late by this. */
  delayMs = 0;
  bytesPerSecond = Infinity;

  #outage: Outage | null = null;
  readonly #flow = new Gate();
  readonly #news = new Gate();
  #answersToWrites = 0;
  #losesNext = false;
  #lost = 0;
  #tokensRefusedUpTo = 0;
  readonly #known = new Set<string>();
  /** The channel on which each message went to the server last. */
  readonly #carriers = new Map<string, string>();
  readonly #sentAgain = new Set<string>();
  readonly #losing = new Set<string>();
  readonly #forgotten = new Set<string>();
  readonly #refusing = new Set<string>();
  readonly #open = new Set<ServerResponse>();

  get outage(): Outage | null {
    return this.#outage;
  }

  set outage(outage: Outage | null) {
    this.#outage = outage;
    if (outage === 'cut') this.cutConnections();
    this.#flow.isShut = outage === 'stalled';
  }

  /** While true the server takes writes and says how they went, and is silent otherwise. */
  set holdsNews(isHeld: boolean) {
    this.#news.isShut = isHeld;
  }

  /** How many answers to writes have passed. */
  get answersToWrites(): number {
    return this.#answersToWrites;
  }

  /** How many acknowledgements were lost. */
  get lostAcknowledgements(): number {
    return this.#lost;
  }

  /** Messages that two channels had under way at once, so two tabs. */
  get sentAgain(): ReadonlySet<string> {
    return this.#sentAgain;
  }

  cutConnections(): void {
    for (const response of this.#open) response.destroy();
    this.#open.clear();
  }

  /**
   * The next writes reach the server and are carried out; then the connections break before the
   * answer has passed, and the server knows the channel no more.
   */
  loseNextAcknowledgement(): void {
    this.#losesNext = true;
  }

  /** Nobody is signed in any more with a token that was issued until now, in seconds since 1970. */
  refuseTokens(now: number): void {
    this.#tokensRefusedUpTo = now;
    for (const session of this.#known) this.#forgotten.add(session);
    this.cutConnections();
  }

  /** The line is as good as new. What was lost stays lost. */
  heal(): void {
    this.delayMs = 0;
    this.bytesPerSecond = Infinity;
    this.#losesNext = false;
    this.outage = null;
    this.holdsNews = false;
  }

  /** Keeps the connection in mind until it closes. */
  hold(response: ServerResponse): void {
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
  }

  /** Resolves when so many bytes have come through. */
  async carry(bytes: number): Promise<void> {
    const ms = this.delayMs + (bytes / this.bytesPerSecond) * 1_000;
    if (ms > 0) await sleep(ms);
    await this.#flow.passing;
  }

  /** Whether the server knows this channel no more. */
  hasForgotten({ session }: ChannelRequest): boolean {
    return session !== null && this.#forgotten.has(session);
  }

  refusesToken(issuedAt: number | null): boolean {
    return issuedAt !== null && issuedAt <= this.#tokensRefusedUpTo;
  }

  /** A channel that ends as soon as it has begun. */
  newRefusingSession(): string {
    const session = randomUUID();
    this.#refusing.add(session);
    return session;
  }

  isRefusing({ session }: ChannelRequest): boolean {
    return session !== null && this.#refusing.has(session);
  }

  /** To be called with each request that goes on to the server. `isOpen`: whether the client still uses a channel. */
  noteRequest(
    { session, carriesWrites, messageIds }: ChannelRequest,
    isOpen: (session: string) => boolean,
  ): void {
    if (session === null) return;
    for (const messageId of messageIds) {
      const carrier: string = this.#carriers.get(messageId) ?? session;
      if (carrier !== session && isOpen(carrier)) this.#sentAgain.add(messageId);
      this.#carriers.set(messageId, session);
    }
    this.#known.add(session);
    if (!this.#losesNext || !carriesWrites) return;
    this.#losesNext = false;
    this.#losing.add(session);
  }

  /** To be called with each piece of an answer; resolves with false when it must not pass. */
  async mayPass(
    { stream, session, carriesWrites }: ChannelRequest,
    chunk: string,
  ): Promise<boolean> {
    if (stream === 'Listen') await this.#news.passing;
    if (stream === 'Listen' || session === null || carriesWrites || !tellsResult(chunk))
      return true;
    if (!this.#losing.delete(session)) {
      this.#answersToWrites += 1;
      return true;
    }
    this.#forgotten.add(session);
    this.#lost += 1;
    this.cutConnections();
    return false;
  }
}

/** Holds up who waits for it, while it is shut. */
class Gate {
  passing = Promise.resolve();
  #open = (): void => {};

  set isShut(isShut: boolean) {
    this.#open();
    if (isShut) this.passing = new Promise((resolve) => (this.#open = resolve));
  }
}
