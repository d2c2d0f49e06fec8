const MISSING = /"documentDelete":\s*\{([^}]*)\}/g;
const DOCUMENT = /"document":\s*"[^"]*\/documents\/messages\/([^"/]+)"/;
const TIME = /"readTime":\s*"([^"]+)"/;
/** More than what is told of one missing document. */
const TAIL_CHARS = 1_000;

/** What the server has told one person of messages that it does not have, and when. */
export class Untruths {
  readonly #missing = new Map<string, number>();

  /** Reads the pieces of one answer, in order. */
  listen(): (chunk: string) => void {
    let tail = '';
    return (chunk) => {
      const heard = tail + chunk;
      tail = heard.slice(-TAIL_CHARS);
      for (const [, told = ''] of heard.matchAll(MISSING)) {
        const [messageId, time] = [DOCUMENT, TIME].map((part) => part.exec(told)?.[1]);
        if (messageId === undefined || time === undefined) continue;
        const at = Math.max(Date.parse(time), this.#missing.get(messageId) ?? 0);
        this.#missing.set(messageId, at);
      }
    };
  }

  /**
   * Whether the server has said that a message which last changed at that time is not there at a
   * later one. Of what was never deleted this is the emulator's fault, which keeps the SDK from
   * taking the message in until its own next change: see CONTRIBUTING.md, known traps.
   */
  has(messageId: string, changedAtMs: number): boolean {
    return (this.#missing.get(messageId) ?? 0) > changedAtMs;
  }
}
