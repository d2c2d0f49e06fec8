import { hasAppCheckTrouble } from '../firebase/app-check.ts';
import { MESSAGES } from '@plaza/shared/paths';
import { deleteMessages } from '../firebase/delete-messages.ts';
import {
  commitMessage,
  commitMessageDirectly,
  nudgeNetwork,
  readBackMessage,
  readStanding,
  subscribeToLedger,
  watchMessage,
} from '../firebase/sending.ts';
import { createOutbox } from '../outbox/create-outbox.ts';
import { openDiskStore } from '../outbox/disk-store.ts';
import { openLocalJournal } from '../outbox/local-journal.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SendingBackend } from '../outbox/sending-backend.ts';
import { createTabLink } from '../outbox/tab-link.ts';
import { isOnline, subscribeToOnlineStatus } from '../platform/online-status.ts';

const backend: SendingBackend = {
  commit: commitMessage,
  commitDirectly: commitMessageDirectly,
  watch: watchMessage,
  readBack: ({ messageId, uid }) => readBackMessage(messageId, uid),
  readStanding,
  subscribeToLedger,
  remove: (messageId) => deleteMessages([{ messageId, collection: MESSAGES }], () => {}),
  nudge: () => void nudgeNetwork().catch(() => {}),
  hasAppCheckTrouble,
};

/** The outbox of one person, over this browser's disk, tabs and clock. */
export function openOutbox(uid: string, username: () => string): Outbox {
  return createOutbox({
    uid,
    backend,
    username,
    openDisk: openDiskStore,
    journal: openLocalJournal(uid),
    tabs: createTabLink(uid),
    newMessageId: () => crypto.randomUUID(),
    isOnline,
    subscribeToOnlineStatus,
    clocks: () => ({ steady: performance.now(), wall: Date.now() }),
    startTimer(ms, onEnd) {
      const timer = setTimeout(onEnd, ms);
      return () => clearTimeout(timer);
    },
  });
}
