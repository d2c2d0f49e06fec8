import { randomUUID } from 'node:crypto';
import { Timestamp, type Firestore } from 'firebase-admin/firestore';
import type { DataExport } from '@plaza/shared/api';
import { EXPORT_KEPT_MS } from '@plaza/shared/limits';
import { exportPath } from '@plaza/shared/paths';
import { downloadUrl, type StoredObject } from '../images/stored-object.ts';
import { START, type Place } from '../messages/place.ts';
import type { Backend } from '../platform/backend.ts';

/** What a task carries: which part to write, and where it begins. */
export interface ExportTask {
  readonly uid: string;
  readonly exportId: string;
  /** From 1. */
  readonly part: number;
  readonly place: Place;
}

export interface ExportPart extends StoredObject {
  readonly bytes: number;
  /** Where the next part begins; null at the end. */
  readonly next: Place | null;
}

/** exports/{uid} */
export interface ExportState {
  readonly exportId: string;
  readonly state: 'preparing' | 'ready';
  readonly messages: number;
  readonly parts: readonly ExportPart[];
  readonly expiresAt: Timestamp;
}

export async function readExport(db: Firestore, uid: string): Promise<ExportState | undefined> {
  return (await db.doc(exportPath(uid)).get()).data() as ExportState | undefined;
}

/**
 * Tells how far somebody's export is, and begins one if there is none that has not expired. Asking
 * again is how a client waits: it changes nothing, except that a first task which was not enqueued
 * before the process died is enqueued now.
 */
export async function requestExport(
  { db, bucket, now }: Backend,
  uid: string,
  enqueue: (task: ExportTask) => Promise<void>,
): Promise<DataExport> {
  const document = db.doc(exportPath(uid));
  const current = await db.runTransaction(async (transaction): Promise<ExportState> => {
    const found = (await transaction.get(document)).data() as ExportState | undefined;
    if (found !== undefined && found.expiresAt.toMillis() > now()) return found;
    const begun: ExportState = {
      exportId: randomUUID(),
      state: 'preparing',
      messages: 0,
      parts: [],
      expiresAt: Timestamp.fromMillis(now() + EXPORT_KEPT_MS),
    };
    transaction.set(document, begun);
    return begun;
  });
  const { exportId, messages, parts, expiresAt } = current;
  if (current.state === 'preparing') {
    if (parts.length === 0) await enqueue({ uid, exportId, part: 1, place: START });
    return { state: 'preparing', messages };
  }
  return {
    state: 'ready',
    messages,
    parts: parts.map(({ bytes, ...object }) => ({ bytes, url: downloadUrl(bucket, object) })),
    expiresAt: expiresAt.toMillis(),
  };
}
