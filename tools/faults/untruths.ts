import type { Timestamp } from 'firebase-admin/firestore';

/** In the order of the stream: a message that is missing, one that is there, targets that are up to date, and a time. */
const EVENT =
  /"documentDelete":\s*\{(?<missing>[^}]*)\}|"name":\s*"[^"]*\/documents\/messages\/(?<there>[^"/]+)"|"CURRENT",\s*"targetIds":\s*\[(?<current>[^\]]*)\]|"readTime":\s*"(?<time>[^"]+)"/g;
const DOCUMENT = /\/documents\/messages\/([^"/]+)"?$/;
const MISSING_DOCUMENT = /"document":\s*"([^"]+)"/;
const MISSING_SINCE = /"readTime":\s*"([^"]+)"/;
/** More than what is told of one missing document. */
const TAIL_CHARS = 1_000;

/** As far as it matters here. */
interface ListenRequest {
  readonly addTarget?: {
    readonly targetId: number;
    readonly documents?: { readonly documents: readonly string[] };
    readonly resumeToken?: string;
  };
}

interface Channel {
  /** The message that each target is about, where the client knows nothing of it yet. */
  readonly targets: Map<number, string>;
  /** Messages that have been told since they were asked for last. */
  readonly there: Set<string>;
}

/** What the server has told one person of messages that it does not have, and when. */
export class Untruths {
  /** In microseconds since 1970. */
  readonly #missing = new Map<string, number>();
  readonly #channels = new Map<string, Channel>();

  /** To be called with the body of each request of a Listen channel, before its answer is passed on. */
  noteRequest(session: string, body: string): void {
    for (const [name, json] of new URLSearchParams(body)) {
      if (!name.endsWith('___data__')) continue;
      const { addTarget } = JSON.parse(json) as ListenRequest;
      const [path = ''] = addTarget?.documents?.documents ?? [];
      const messageId = DOCUMENT.exec(path)?.[1];
      if (addTarget === undefined || messageId === undefined) continue;
      if (addTarget.resumeToken !== undefined) continue;
      const { targets, there } = this.#channelOf(session);
      targets.set(addTarget.targetId, messageId);
      // What a query has told of it before is in doubt: that is why it is asked for by itself.
      there.delete(messageId);
    }
  }

  /** Reads the pieces of one answer on a Listen channel, in order. */
  listen(session: string): (chunk: string) => void {
    const { targets, there } = this.#channelOf(session);
    let rest = '';
    let missing: string[] = [];
    return (chunk) => {
      const heard = rest + chunk;
      let end = 0;
      for (const match of heard.matchAll(EVENT)) {
        end = match.index + match[0].length;
        const { missing: told, there: messageId, current, time } = match.groups ?? {};
        if (told !== undefined) this.#noteDelete(told);
        if (messageId !== undefined) there.add(messageId);
        // Nothing is said of a document that is not there but that its target is up to date.
        const upToDate = current?.split(',').map((id) => targets.get(Number(id)) ?? '') ?? [];
        missing.push(...upToDate.filter((id) => id !== '' && !there.has(id)));
        if (time === undefined) continue;
        for (const id of missing) this.#note(id, time);
        missing = [];
      }
      rest = heard.slice(Math.max(end, heard.length - TAIL_CHARS));
    };
  }

  /**
   * Whether the server has said that a message which last changed at that time is not there then or
   * later. Of what was never deleted this is the emulator's fault, which keeps the SDK from taking
   * the message in until its own next change: see CONTRIBUTING.md, known traps.
   */
  has(messageId: string, changedAt: Pick<Timestamp, 'seconds' | 'nanoseconds'>): boolean {
    const changedAtMicros = changedAt.seconds * 1e6 + Math.floor(changedAt.nanoseconds / 1e3);
    return (this.#missing.get(messageId) ?? 0) >= changedAtMicros;
  }

  #channelOf(session: string): Channel {
    const channel = this.#channels.get(session) ?? { targets: new Map(), there: new Set() };
    this.#channels.set(session, channel);
    return channel;
  }

  #noteDelete(told: string): void {
    const [path = '', time] = [MISSING_DOCUMENT, MISSING_SINCE].map((part) => part.exec(told)?.[1]);
    const messageId = DOCUMENT.exec(path)?.[1];
    if (messageId !== undefined && time !== undefined) this.#note(messageId, time);
  }

  #note(messageId: string, time: string): void {
    const at = Math.max(microsFrom(time), this.#missing.get(messageId) ?? 0);
    this.#missing.set(messageId, at);
  }
}

/** Firestore's times are exact to the microsecond, those of `Date` to the millisecond. */
function microsFrom(time: string): number {
  const [second = '', fraction = ''] = time.replace('Z', '').split('.');
  return Date.parse(`${second}Z`) * 1e3 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
