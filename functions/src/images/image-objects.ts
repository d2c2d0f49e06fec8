import { attachmentObjectPath, thumbnailObjectPath } from '@plaza/shared/paths';
import { deriveId } from './object-key.ts';
import type { StoredObject } from './stored-object.ts';

/** Where attachment `index` of a message is published. */
export function imageObject(key: Buffer, messageId: string, index: number): StoredObject {
  return objectAt(key, messageId, index, attachmentObjectPath);
}

export function thumbnailObject(key: Buffer, messageId: string, index: number): StoredObject {
  return objectAt(key, messageId, index, thumbnailObjectPath);
}

function objectAt(
  key: Buffer,
  messageId: string,
  index: number,
  pathOf: (messageId: string, objectId: string) => string,
): StoredObject {
  const place = pathOf(messageId, String(index));
  const path = pathOf(messageId, deriveId(key, `name of ${place}`));
  return { path, token: deriveId(key, `token of ${place}`) };
}
