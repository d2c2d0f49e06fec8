import type { Message } from '@plaza/shared/message';
import { attachmentObjectPath, thumbnailObjectPath } from '@plaza/shared/paths';
import { deriveId } from './object-key.ts';
import type { StoredObject } from './stored-object.ts';

/** Which message it is: after one is deleted its author may send another under its id. */
export interface MessageIdentity extends Pick<Message, 'createdAt'> {
  readonly messageId: string;
}

/** Where attachment `index` of a message is published. */
export function imageObject(key: Buffer, message: MessageIdentity, index: number): StoredObject {
  return objectAt(key, message, index, attachmentObjectPath);
}

export function thumbnailObject(
  key: Buffer,
  message: MessageIdentity,
  index: number,
): StoredObject {
  return objectAt(key, message, index, thumbnailObjectPath);
}

function objectAt(
  key: Buffer,
  { messageId, createdAt }: MessageIdentity,
  index: number,
  pathOf: (messageId: string, objectId: string) => string,
): StoredObject {
  const place = `${pathOf(messageId, String(index))} of ${createdAt?.valueOf()}`;
  const path = pathOf(messageId, deriveId(key, `name of ${place}`));
  return { path, token: deriveId(key, `token of ${place}`) };
}
