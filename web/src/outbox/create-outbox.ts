import { createDrainer, type Drainer } from './drain.ts';
import { NEW_ENTRY, type EntryEvent } from './entry-machine.ts';
import { createEntryMirror } from './entry-mirror.ts';
import { createMemoryStore } from './memory-store.ts';
import type { Draft } from './outbox-entry.ts';
import type { Changed, NewEntry, OutboxStore } from './outbox-store.ts';
import type { Outbox } from './outbox.ts';
import type { Clocks } from './pace.ts';
import type { SendingBackend } from './sending-backend.ts';
import type { TabLink } from './tab-link.ts';

export interface OutboxPorts {
  readonly uid: string;
  readonly backend: SendingBackend;
  /** @throws where the disk cannot be used: entries are then kept in memory */
  openStore(): Promise<OutboxStore>;
  readonly tabs: TabLink;
  username(): string;
  newMessageId(): string;
  isOnline(): boolean;
  subscribeToOnlineStatus(onChange: () => void): () => void;
  clocks(): Clocks;
  startTimer(ms: number, onEnd: () => void): () => void;
}

export function createOutbox(ports: OutboxPorts): Outbox {
  const { uid, tabs } = ports;
  const listeners = new Set<() => void>();
  const mirror = createEntryMirror(() => {
    for (const listener of listeners) listener();
  });
  let store: OutboxStore | null = null;
  let drainer: Drainer | null = null;
  let isClosed = false;

  const opening = ports
    .openStore()
    .catch(() => createMemoryStore())
    .then(async (opened) => {
      store = opened;
      await reload();
      return opened;
    });

  async function reload(): Promise<void> {
    if (store === null) return;
    try {
      mirror.replaceKept(await store.load(uid));
    } catch {
      failOver();
    }
    drainer?.wake();
  }

  /** The disk has begun to fail: what this page knows goes on from memory. */
  function failOver(): OutboxStore {
    store = createMemoryStore(mirror.kept());
    mirror.replaceKept(mirror.kept());
    return store;
  }

  async function change(messageId: string, event: EntryEvent): Promise<Changed> {
    const current = store ?? (await opening);
    const changed = await current
      .change(messageId, event)
      .catch(() => failOver().change(messageId, event));
    if (changed === null) {
      await reload();
    } else {
      mirror.set(messageId, changed);
      tabs.tell();
      drainer?.wake();
    }
    return changed;
  }

  async function add({ text, images }: Draft): Promise<void> {
    const messageId = ports.newMessageId();
    const isNext = mirror.unkept().length === 0 && drainer?.reserve(messageId) === true;
    const entry: NewEntry = {
      messageId,
      uid,
      text,
      images,
      queuedAt: ports.clocks().wall,
      state: isNext ? { status: 'sending', refusals: 0 } : NEW_ENTRY,
    };
    mirror.expect(entry);
    const current = store ?? (await opening);
    const kept = await current.add(entry).catch(() => failOver().add(entry));
    if (isNext) drainer?.send(kept);
    mirror.keep(kept);
    tabs.tell();
    drainer?.wake();
  }

  const stopTabs = tabs.subscribe(() => void reload());
  const stopOnline = ports.subscribeToOnlineStatus(() => drainer?.wake());
  const stopTurn = tabs.takeTurn(() => {
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
    drainer = current;
    void opening.then(() => reload());
    return () => {
      drainer = null;
      current.close();
    };
  });

  async function drop(messageId: string): Promise<boolean> {
    return (await change(messageId, { type: 'discard' })) === 'gone';
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
    discard: drop,
    async takeBack(messageId) {
      const entry = mirror.find(messageId);
      if (entry === undefined || !(await drop(messageId))) return null;
      return { text: entry.text, images: entry.images };
    },
    async withdraw(messageId) {
      if (mirror.find(messageId) === undefined) return false;
      return (await change(messageId, { type: 'withdraw' })) !== null;
    },
    getKept: () => store?.kept ?? 'disk',
    close() {
      if (isClosed) return;
      isClosed = true;
      stopTurn();
      stopTabs();
      stopOnline();
    },
  };
}
