import { createDrainer, type Drainer } from './drain.ts';
import { NEW_ENTRY, type EntryEvent } from './entry-machine.ts';
import { createEntryMirror } from './entry-mirror.ts';
import type { Journal } from './journal.ts';
import type { Draft, OutboxEntry } from './outbox-entry.ts';
import { newEntryFrom, type Changed, type NewEntry, type OutboxStore } from './outbox-store.ts';
import type { KeepDraft, Outbox } from './outbox.ts';
import type { Clocks } from './pace.ts';
import { createSafeStore } from './safe-store.ts';
import type { SendingBackend } from './sending-backend.ts';
import type { TabLink } from './tab-link.ts';

export interface OutboxPorts {
  readonly uid: string;
  readonly backend: SendingBackend;
  /** `onLost` is called when the browser has taken the disk away. */
  openDisk(onLost: () => void): Promise<OutboxStore>;
  readonly journal: Journal;
  readonly tabs: TabLink;
  username(): string;
  newMessageId(): string;
  isOnline(): boolean;
  subscribeToOnlineStatus(onChange: () => void): () => void;
  clocks(): Clocks;
  startTimer(ms: number, onEnd: () => void): () => void;
}

/** After so long no open page has what has left, and the disk has it no more if it did all that it was told. */
const DROPPED_FOR_MS = 30 * 24 * 3_600_000;

export function createOutbox(ports: OutboxPorts): Outbox {
  const { uid, tabs, journal } = ports;
  const listeners = new Set<() => void>();
  const mirror = createEntryMirror(() => {
    for (const listener of listeners) listener();
  });
  const takenOver = new Set<string>();
  let drainer: Drainer | null = null;
  let isDiskTrusted = true;
  const store = createSafeStore(() => ports.openDisk(() => void reload()), distrustDisk);

  /** What it has lost once it may lose again, and the next page has nothing but the journal. */
  function distrustDisk(): void {
    isDiskTrusted = false;
    for (const entry of mirror.all()) journal.add(newEntryFrom(entry));
  }

  /** What another page was left with before the disk had it. Each is told once: it may have arrived since. */
  function leftBehind(): NewEntry[] {
    const left = journal.entries(
      (messageId) => !takenOver.has(messageId) && mirror.find(messageId) === undefined,
    );
    for (const { messageId } of left) takenOver.add(messageId);
    return left;
  }

  async function keep(entry: NewEntry): Promise<OutboxEntry> {
    const kept = await store.add(entry);
    holdIfInMemory(entry.messageId);
    mirror.keep(kept);
    tabs.tell();
    if (journal.isDropped(entry.messageId)) await reload();
    return kept;
  }

  /** Who has written it may still live, and have it in memory alone. */
  async function takeOver(entry: NewEntry): Promise<void> {
    await keep(entry);
    if (isDiskTrusted) journal.take(entry.messageId);
  }

  async function reload(): Promise<void> {
    await Promise.all(leftBehind().map(takeOver));
    const kept = await store.load(uid);
    const hasLeft = ({ messageId }: OutboxEntry) => journal.isDropped(messageId);
    mirror.replaceKept(kept.filter((entry) => !hasLeft(entry)));
    drainer?.wake();
    const left = kept.filter(hasLeft).map(({ messageId }) => messageId);
    // What the disk does not let go stays noted.
    if (left.length > 0) await store.forget(left).catch(() => {});
  }

  async function change(messageId: string, event: EntryEvent): Promise<Changed> {
    const changed = journal.isDropped(messageId) ? null : await store.change(messageId, event);
    if (changed === null) {
      await reload();
    } else {
      if (changed === 'gone') noteGone(messageId, event);
      else holdIfInMemory(messageId);
      mirror.set(messageId, changed);
      tabs.tell();
      drainer?.wake();
    }
    return changed;
  }

  function holdIfInMemory(messageId: string): void {
    if (store.isInMemory(messageId)) journal.hold(messageId);
  }

  /**
   * The disk may not have let it go, also where no note had room; and another page may have it in
   * memory, or put it back that was asleep meanwhile. What has arrived does no harm then.
   */
  function noteGone(messageId: string, { type }: EntryEvent): void {
    const isSafe = type === 'arrive' && isDiskTrusted && !journal.isKnown(messageId);
    if (!isSafe) journal.drop(messageId, ports.clocks().wall);
  }

  async function add({ text, images }: Draft): Promise<void> {
    const messageId = ports.newMessageId();
    const before = leftBehind();
    const isNext =
      before.length === 0 && mirror.unkept().length === 0 && drainer?.reserve(messageId) === true;
    const entry: NewEntry = {
      messageId,
      uid,
      text,
      images,
      queuedAt: ports.clocks().wall,
      state: isNext ? { status: 'sending', refusals: 0 } : NEW_ENTRY,
    };
    journal.add(entry);
    // This page may be gone in the next moment: then another tab sees to it.
    tabs.tell();
    const recovering = before.map(takeOver);
    const keeping = keep(entry);
    // The disk is asked already: it works while this is drawn.
    mirror.expect(entry);
    const added = await keeping;
    if (isDiskTrusted) journal.remove(messageId);
    await Promise.all(recovering);
    if (isNext) drainer?.send(added);
    drainer?.wake();
  }

  const loading = reload();
  void loading.then(() => {
    if (isDiskTrusted) journal.forgetDropped(ports.clocks().wall - DROPPED_FOR_MS);
  });
  const stopTabs = tabs.subscribe(() => void reload());
  const stopOnline = ports.subscribeToOnlineStatus(() => drainer?.wake());
  const stopTurn = tabs.takeTurn(
    () => {
      const current = createDrainer({
        uid,
        backend: ports.backend,
        entries: () => mirror.kept(),
        change,
        username: () => ports.username(),
        isOnline: () => ports.isOnline(),
        clocks: () => ports.clocks(),
        startTimer: (ms, onEnd) => ports.startTimer(ms, onEnd),
      });
      let isOver = false;
      // What is not loaded yet goes first.
      void reload().then(() => {
        if (isOver) return;
        drainer = current;
        current.wake();
      });
      return () => {
        isOver = true;
        drainer = null;
        current.close();
      };
    },
    isNeeded,
    onAsked,
  );

  /** Somebody has to send what is not sent. */
  function isNeeded(): boolean {
    return mirror.all().some(({ state }) => state.status !== 'failed');
  }

  /** One of the two was told in vain. */
  function onAsked(): void {
    if (isNeeded()) return;
    tabs.tell();
    void reload();
  }

  async function giveBack(
    { messageId, text, images }: OutboxEntry,
    keep: KeepDraft,
    mayHaveIt: boolean,
  ): Promise<void> {
    await keep({ text, images }, mayHaveIt);
    await change(messageId, { type: 'removed' });
  }

  return {
    getEntries: () => mirror.all(),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    add,
    async retry(messageId) {
      await change(messageId, { type: 'retry' });
    },
    discard: async (messageId) => (await change(messageId, { type: 'discard' })) === 'gone',
    async takeBack(messageId, keep) {
      const entry = mirror.find(messageId);
      if (entry === undefined || (await change(messageId, { type: 'take-back' })) === null) return;
      await giveBack(entry, keep, false);
    },
    async resumeTakingBack(keep) {
      await loading;
      const taken = mirror.kept().filter(({ state }) => state.status === 'taken');
      await Promise.all(taken.map((entry) => giveBack(entry, keep, true)));
    },
    async withdraw(messageId) {
      // Later the disk may be held, and what is not here can be deleted all the same.
      await loading;
      if (mirror.find(messageId) === undefined) return false;
      return (await change(messageId, { type: 'withdraw' })) !== null;
    },
    getKept: () => store.kept(),
    pause: stopTurn,
    close() {
      stopTurn();
      stopTabs();
      stopOnline();
    },
  };
}
