import type { EntryEvent } from './entry-machine.ts';
import { judgeRefusal, sessionVerdict } from './judge-refusal.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Clocks } from './pace.ts';
import type { SendingBackend } from './sending-backend.ts';

export interface InquirerPorts {
  readonly uid: string;
  readonly backend: SendingBackend;
  /** The person's name as this page knows it. */
  username(): string;
  clocks(): Clocks;
}

export interface Inquirer {
  /**
   * Asks the server what became of an entry. `username`: the one refused; null if none was.
   * @throws as `SendingBackend.readBack` does
   */
  find(entry: OutboxEntry, username: string | null): Promise<EntryEvent>;
  /** As the server has told after refusing the one that the page knew, or as the page knows it. */
  currentName(): string;
}

export function createInquirer(ports: InquirerPorts): Inquirer {
  const { uid, backend } = ports;
  let freshName: { readonly instead: string; readonly name: string } | null = null;
  let quotaWaitedAt: number | null = null;

  return {
    async find(entry, username) {
      const found = await backend.readBack(entry);
      if (found === 'there') return { type: 'arrive' };
      const refusals = entry.state.status === 'sending' ? entry.state.refusals : 0;
      // Not kept over a question: the clock may be put right meanwhile.
      const now = () => ports.clocks().wall;
      if (found === 'session') return { type: 'refuse', verdict: sessionVerdict(refusals, now()) };
      if (username === null) return { type: 'vanish' };
      const [standing, hasAppCheckTrouble] = await Promise.all([
        backend.readStanding(uid),
        backend.hasAppCheckTrouble(),
      ]);
      const { names, ledger } = standing;
      const verdict = judgeRefusal({
        username,
        refusals,
        standing,
        hasAppCheckTrouble,
        waitedAt: quotaWaitedAt,
        now: now(),
      });
      if (names !== null) freshName = { instead: ports.username(), name: names.current };
      if (verdict.type === 'wait' && verdict.reason === 'quota') {
        quotaWaitedAt = ledger?.updatedAt ?? null;
      }
      return { type: 'refuse', verdict };
    },
    currentName() {
      const known = ports.username();
      return freshName?.instead === known ? freshName.name : known;
    },
  };
}
