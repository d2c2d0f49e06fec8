import type { EntryEvent } from './entry-machine.ts';
import { createInquirer } from './inquirer.ts';
import { createNudger } from './nudger.ts';
import type { OutboxEntry, WaitReason } from './outbox-entry.ts';
import type { Changed } from './outbox-store.ts';
import { observeLedger, obstacleIn, type Clocks, type Pace } from './pace.ts';
import type { Committed, SendingBackend, Sight } from './sending-backend.ts';

/** Between two tries to ask the server. */
const ASK_AGAIN_MS = 2_000;
/** Two times this near are one for who reads a countdown. */
const SAME_UNTIL_MS = 400;

export interface DrainPorts {
  readonly uid: string;
  readonly backend: SendingBackend;
  /** Those that are kept, in sending order. */
  entries(): readonly OutboxEntry[];
  /** Changes the entry wherever it is kept, and `entries` with it. Does not reject. */
  change(messageId: string, event: EntryEvent): Promise<Changed>;
  /** The person's name as this page knows it. */
  username(): string;
  isOnline(): boolean;
  clocks(): Clocks;
  /** Returns what stops it. */
  startTimer(ms: number, onEnd: () => void): () => void;
}

export interface Drainer {
  /** Looks at what there is to do. */
  wake(): void;
  /** Takes a new entry past the queue if nothing is before it: it is to be stored as `sending`, then handed to `send`. */
  reserve(messageId: string): boolean;
  send(entry: OutboxEntry): void;
  close(): void;
}

/** An entry that was handed over, by this drainer or one before it. */
interface Flight {
  readonly messageId: string;
  /** The promise of its commit, made here, has not settled. */
  isCommitting: boolean;
  /** The server has acknowledged it: the next one may go. */
  isAcknowledged: boolean;
  isAsking: boolean;
  isRemoved: boolean;
  /** It is being committed past the SDK's queue: a deletion would overtake it. */
  isDirect: boolean;
  /** While the server is out of reach. */
  stopNudges: (() => void) | null;
  stop: () => void;
}

/**
 * Sends one person's entries, one after the other: the next one is handed over when the server has
 * acknowledged or refused the one before it. So they keep their order, and what has not been handed
 * over can still be changed.
 */
export function createDrainer(ports: DrainPorts): Drainer {
  const { uid, backend } = ports;
  const flights = new Map<string, Flight>();
  /** When to try again, by the steady clock. */
  const notBefore = new Map<string, number>();
  /** About to be handed over: nobody else may act on it. */
  let reserved: string | null = null;
  let isClosed = false;
  let pace: Pace | null = null;
  let stopTimer = () => {};

  const inquirer = createInquirer(ports);
  const nudger = createNudger({
    nudge: () => ports.isOnline() && backend.nudge(),
    startTimer: (ms, onEnd) => ports.startTimer(ms, onEnd),
  });

  const stopLedger = backend.subscribeToLedger(uid, (ledger, isFromCache) => {
    pace = observeLedger(pace, ledger, ports.clocks());
    nudger.noteContact(isFromCache);
  });

  function wake(): void {
    if (isClosed) return;
    const entries = ports.entries();
    follow(entries);
    if (isBusy()) return;
    const head = entries.find(({ state }) => state.status === 'queued');
    if (head === undefined) return;
    const obstacle = obstacleTo(head);
    if (obstacle === null) void handOver(head);
    else wait(head, obstacle);
  }

  function isBusy(): boolean {
    if (reserved !== null) return true;
    return ports
      .entries()
      .some(
        ({ messageId, state }) =>
          state.status === 'sending' && flights.get(messageId)?.isAcknowledged !== true,
      );
  }

  /** Watches what an earlier drainer handed over, and forgets what has left. */
  function follow(entries: readonly OutboxEntry[]): void {
    const out = entries.filter(
      ({ state: { status } }) => status === 'sending' || status === 'withdrawn',
    );
    const ids = new Set(out.map(({ messageId }) => messageId));
    for (const flight of flights.values()) if (!ids.has(flight.messageId)) end(flight);
    for (const { messageId, state } of out) {
      if (messageId !== reserved && !flights.has(messageId)) watch(newFlight(messageId, false));
      if (state.status === 'withdrawn') removeOnce(messageId);
    }
  }

  interface Wait {
    readonly reason: WaitReason;
    /** Null until something else happens. */
    readonly ms: number | null;
  }

  function obstacleTo({ messageId, state }: OutboxEntry): Wait | null {
    if (!ports.isOnline()) return { reason: 'network', ms: null };
    const { steady } = ports.clocks();
    const leftMs = (notBefore.get(messageId) ?? 0) - steady;
    if (leftMs > 0 && state.status === 'queued') return { reason: state.waitsFor, ms: leftMs };
    return pace === null ? null : obstacleIn(pace, ports.clocks());
  }

  function wait({ messageId, state }: OutboxEntry, { reason, ms }: Wait): void {
    stopTimer();
    if (ms !== null) stopTimer = ports.startTimer(ms, wake);
    if (state.status !== 'queued') return;
    const until = ms === null ? null : ports.clocks().wall + ms;
    const isSame =
      state.waitsFor === reason && Math.abs((state.until ?? 0) - (until ?? 0)) < SAME_UNTIL_MS;
    if (!isSame) void ports.change(messageId, { type: 'wait', reason, until });
  }

  async function handOver(entry: OutboxEntry): Promise<void> {
    reserved = entry.messageId;
    const state = await ports.change(entry.messageId, { type: 'hand-over' });
    if (isClosed) return;
    if (state !== null && state !== 'gone') {
      send({ ...entry, state });
    } else {
      reserved = null;
      wake();
    }
  }

  function send(entry: OutboxEntry): void {
    if (isClosed) return;
    if (reserved === entry.messageId) reserved = null;
    const username = inquirer.currentName();
    const flight = newFlight(entry.messageId, true);
    void backend
      .commit(entry, username)
      .then((committed) => settle(flight, entry, username, committed));
    watch(flight);
  }

  async function settle(
    flight: Flight,
    entry: OutboxEntry,
    username: string,
    committed: Committed,
  ): Promise<void> {
    if (isClosed) return;
    if (!committed.ok && committed.problem === 'not-kept') {
      await sendDirectly(flight, entry);
      return;
    }
    flight.isCommitting = false;
    flight.isAcknowledged = committed.ok;
    wake();
    if (!committed.ok) await ask(flight, entry, username);
  }

  /** The SDK has no room to keep a commit, nor what the server says: the entry stays to show the message. */
  async function sendDirectly(flight: Flight, entry: OutboxEntry): Promise<void> {
    if (isClosed || !isCurrent(flight) || find(flight)?.state.status !== 'sending') return;
    const username = inquirer.currentName();
    flight.isDirect = true;
    const sent = await backend.commitDirectly(entry, username);
    flight.isDirect = false;
    if (isClosed || !isCurrent(flight)) return;
    // A full disk may keep the SDK from asking.
    if (!sent.ok) ports.startTimer(ASK_AGAIN_MS, () => void sendDirectly(flight, entry));
    // Who deletes it may have waited.
    if (!sent.ok && sent.problem === 'not-kept') wake();
    else await settle(flight, entry, username, sent);
  }

  /** `username`: the one refused; null if none was. */
  async function ask(flight: Flight, entry: OutboxEntry, username: string | null): Promise<void> {
    if (isClosed || flight.isAsking || !isCurrent(flight)) return;
    flight.isAsking = true;
    try {
      const event = await inquirer.find(entry, username);
      if (isClosed || !isCurrent(flight)) return;
      if (event.type === 'refuse') keepWait(entry.messageId, event);
      await ports.change(entry.messageId, event);
      flight.isAsking = false;
    } catch {
      if (isClosed) return;
      flight.isAsking = false;
      ports.startTimer(ASK_AGAIN_MS, () => void ask(flight, entry, username));
    }
  }

  function keepWait(messageId: string, { verdict }: Extract<EntryEvent, { type: 'refuse' }>): void {
    if (verdict.type !== 'wait' || verdict.until === null) return;
    const { steady, wall } = ports.clocks();
    notBefore.set(messageId, steady + verdict.until - wall);
  }

  function newFlight(messageId: string, isCommitting: boolean): Flight {
    const flight: Flight = {
      messageId,
      isCommitting,
      isAcknowledged: false,
      isAsking: false,
      isRemoved: false,
      isDirect: false,
      stopNudges: null,
      stop: () => {},
    };
    flights.set(messageId, flight);
    return flight;
  }

  /** False also when its message was handed over anew since. */
  function isCurrent(flight: Flight): boolean {
    return flights.get(flight.messageId) === flight;
  }

  function find(flight: Flight): OutboxEntry | undefined {
    return ports.entries().find(({ messageId }) => messageId === flight.messageId);
  }

  function watch(flight: Flight): void {
    flight.stop = backend.watch(
      flight.messageId,
      (sight) => onSight(flight, sight),
      () => ports.startTimer(ASK_AGAIN_MS, () => isCurrent(flight) && watch(flight)),
    );
  }

  function onSight(flight: Flight, { exists, isPending, isFromCache }: Sight): void {
    if (isClosed || !isCurrent(flight)) return;
    const entry = find(flight);
    noteReach(flight, isFromCache);
    if (entry === undefined) return;
    if (entry.state.status === 'withdrawn') {
      if (flight.isRemoved && !exists && (isPending || !isFromCache)) change(flight, 'removed');
    } else if (exists && !isPending) {
      change(flight, 'arrive');
    } else if (!exists && !isPending && !isFromCache && !flight.isCommitting) {
      if (flight.isAcknowledged) change(flight, 'arrive');
      else void ask(flight, entry, null);
    }
  }

  function change(flight: Flight, type: 'arrive' | 'removed'): void {
    void ports.change(flight.messageId, { type });
  }

  function noteReach(flight: Flight, isFromCache: boolean): void {
    if (isFromCache) {
      flight.stopNudges ??= nudger.start();
    } else {
      flight.stopNudges?.();
      flight.stopNudges = null;
    }
  }

  function removeOnce(messageId: string): void {
    const flight = flights.get(messageId);
    if (flight === undefined || flight.isRemoved || flight.isDirect) return;
    flight.isRemoved = true;
    backend.remove(messageId).catch(() => {
      flight.isRemoved = false;
      ports.startTimer(ASK_AGAIN_MS, wake);
    });
  }

  function end(flight: Flight): void {
    flight.stop();
    flight.stopNudges?.();
    flights.delete(flight.messageId);
  }

  return {
    wake,
    send,
    reserve(messageId) {
      const isFree =
        !isClosed &&
        !isBusy() &&
        ports.entries().every(({ state }) => state.status !== 'queued') &&
        ports.isOnline() &&
        (pace === null || obstacleIn(pace, ports.clocks()) === null);
      if (isFree) reserved = messageId;
      return isFree;
    },
    close() {
      isClosed = true;
      stopTimer();
      stopLedger();
      for (const flight of flights.values()) end(flight);
    },
  };
}
