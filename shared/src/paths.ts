/** The name of every collection. No other file spells one. */
export const USERS = 'users';
export const USERNAMES = 'usernames';
export const MESSAGES = 'messages';
export const UPLOADS = 'uploads';
export const SENDERS = 'senders';
export const REPORTS = 'reports';
export const ARCHIVE = 'archive';
export const ROOM = 'room';

export function userPath(uid: string): string {
  return `${USERS}/${uid}`;
}

export function usernamePath(usernameKey: string): string {
  return `${USERNAMES}/${usernameKey}`;
}

export function messagePath(messageId: string): string {
  return `${MESSAGES}/${messageId}`;
}

export function senderPath(uid: string): string {
  return `${SENDERS}/${uid}`;
}

/** `index` is the attachment's place in its message. */
export function uploadPath(messageId: string, index: number): string {
  return `${messagePath(messageId)}/${UPLOADS}/${index}`;
}

export function reportPath(messageId: string, uid: string): string {
  return `${REPORTS}/${messageId}_${uid}`;
}

export function archivePath(messageId: string): string {
  return `${ARCHIVE}/${messageId}`;
}

/** Where the pipeline puts an image in Cloud Storage; `objectId` is random, so no client can choose or guess it. */
export function attachmentObjectPath(messageId: string, objectId: string): string {
  return `attachments/${messageId}/${objectId}`;
}

export function thumbnailObjectPath(messageId: string, objectId: string): string {
  return `thumbnails/${messageId}/${objectId}`;
}
