/** The name of every collection. No other file spells one. */
export const USERS = 'users';
export const USERNAMES = 'usernames';
export const MESSAGES = 'messages';
export const UPLOADS = 'uploads';
export const SENDERS = 'senders';
export const REPORTS = 'reports';
export const ARCHIVE = 'archive';
export const ROOM = 'room';
/** Below here: written and read by the backend only. */
export const QUOTAS = 'quotas';
export const DELETIONS = 'deletions';
export const EXPORTS = 'exports';
export const BACKEND = 'backend';

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

export function quotaPath(uid: string): string {
  return `${QUOTAS}/${uid}`;
}

export function deletionPath(uid: string): string {
  return `${DELETIONS}/${uid}`;
}

export function exportPath(uid: string): string {
  return `${EXPORTS}/${uid}`;
}

/** What the functions keep for themselves between two runs. */
export function backendPath(
  name: 'object-key' | 'object-sweep' | 'upload-sweep' | 'name-check',
): string {
  return `${BACKEND}/${name}`;
}

/** Where the pipeline puts the images of a message in Cloud Storage. */
export function attachmentFolder(messageId: string): `${string}/` {
  return `attachments/${messageId}/`;
}

export function thumbnailFolder(messageId: string): `${string}/` {
  return `thumbnails/${messageId}/`;
}

/** No client can choose or guess `objectId`. */
export function attachmentObjectPath(messageId: string, objectId: string): string {
  return attachmentFolder(messageId) + objectId;
}

export function thumbnailObjectPath(messageId: string, objectId: string): string {
  return thumbnailFolder(messageId) + objectId;
}

/** Somebody's exported data in Cloud Storage: all of it, or one export. */
export function exportFolder(uid: string, exportId?: string): `${string}/` {
  return exportId === undefined ? `${EXPORTS}/${uid}/` : `${EXPORTS}/${uid}/${exportId}/`;
}

export function exportObjectPath(uid: string, exportId: string, part: number): string {
  return `${exportFolder(uid, exportId)}plaza-${part}.zip`;
}
