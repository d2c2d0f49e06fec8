/** Instead of web/src/outbox/tab-link.ts: each tab believes to be the one that sends. */
import {
  createTabLink as createLockedLink,
  type TabLink,
} from '../../../web/src/outbox/tab-link.ts';

export * from '../../../web/src/outbox/tab-link.ts';

export function createTabLink(uid: string): TabLink {
  return { ...createLockedLink(uid), takeTurn: (onTurn) => onTurn() };
}
