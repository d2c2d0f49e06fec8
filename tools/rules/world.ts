import {
  archivePath,
  messagePath,
  reportPath,
  ROOM,
  senderPath,
  uploadPath,
  usernamePath,
  userPath,
} from '@plaza/shared/paths';
import { usernameKeyFrom } from '@plaza/shared/username';
import { FromNow, Increment, SERVER_TIME, type Fields, type Value } from './firestore-value.ts';
import type { Actor, Documents, Write } from './request.ts';

export interface Person extends Actor {
  readonly uid: string;
  readonly username: string;
}

const DAY_MS = 24 * 60 * 60_000;

export const STRANGER: Actor = { uid: null };
/** Signed in, without a username. */
export const NEWCOMER: Person = { uid: 'newcomer', username: 'Newcomer' };
/** Never renamed. */
export const ADA: Person = { uid: 'ada-uid', username: 'Ada' };
/** Renamed 20 days ago. */
export const BOB: Person = { uid: 'bob-uid', username: 'Bob' };
export const BOBS_PREVIOUS_USERNAME = 'Robert';
export const BLOCKED: Person = { uid: 'mallory-uid', username: 'Mallory' };
/** Bob, whose token claims more than Firebase says. */
export const FORGED: Person = {
  ...BOB,
  claims: { uid: ADA.uid, username: ADA.username, admin: true, role: 'backend', backend: true },
};

export const ADAS_MESSAGE = 'message-from-ada-0000001';
export const BOBS_MESSAGE = 'message-from-bob-0000001';
export const ARCHIVED_MESSAGE = 'archived-from-ada-000001';
export const NEW_MESSAGE = 'new-message-000000000001';
export const EDGE = `${ROOM}/edge`;

export function newProfile(username: string): Fields {
  return {
    username,
    usernameKey: usernameKeyFrom(username),
    previousUsername: null,
    createdAt: SERVER_TIME,
    renamedAt: SERVER_TIME,
  };
}

export function newClaim(uid: string): Fields {
  return { uid, claimedAt: SERVER_TIME, releasedAt: null };
}

export function newLedger(): Fields {
  return {
    count: 0,
    since: SERVER_TIME,
    updatedAt: SERVER_TIME,
    lastMessageId: '',
    blockedUntil: null,
  };
}

export function newAttachment(): Fields {
  return {
    width: 1600,
    height: 1200,
    contentType: 'image/png',
    placeholder: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
    alt: 'A view',
    state: 'processing',
    url: null,
    thumbUrl: null,
    reason: null,
  };
}

export function newMessage(author: Person, attachments: readonly Value[] = []): Fields {
  return {
    uid: author.uid,
    username: author.username,
    text: 'Hello',
    createdAt: SERVER_TIME,
    shard: 3,
    status: 'sent',
    attachments,
  };
}

export function newUpload(): Fields {
  return { bytes: new Uint8Array(64), contentType: 'image/png' };
}

export function newReport(messageId: string, reporter: Person): Fields {
  return { messageId, uid: reporter.uid, reason: 'spam', createdAt: SERVER_TIME };
}

export function ledgerEntry(id: string): Fields {
  return { count: new Increment(1), updatedAt: SERVER_TIME, lastMessageId: id };
}

export function signUp({ uid, username }: Person): Write[] {
  return [
    { path: userPath(uid), set: newProfile(username) },
    { path: usernamePath(usernameKeyFrom(username)), set: newClaim(uid) },
    { path: senderPath(uid), set: newLedger() },
  ];
}

/** A message with so many attachments, their uploads and the ledger entry. */
export function send(author: Person, attachmentCount = 0, messageId = NEW_MESSAGE): Write[] {
  const attachments = Array.from({ length: attachmentCount }, newAttachment);
  return [
    { path: messagePath(messageId), set: newMessage(author, attachments) },
    { path: senderPath(author.uid), update: ledgerEntry(messageId) },
    ...attachments.map((_, index) => ({ path: uploadPath(messageId, index), set: newUpload() })),
  ];
}

export function rename({ uid, username }: Person, to: string): Write[] {
  return [
    {
      path: userPath(uid),
      update: {
        username: to,
        usernameKey: usernameKeyFrom(to),
        previousUsername: username,
        renamedAt: SERVER_TIME,
      },
    },
    { path: usernamePath(usernameKeyFrom(to)), set: newClaim(uid) },
    { path: usernamePath(usernameKeyFrom(username)), update: { releasedAt: SERVER_TIME } },
  ];
}

export function report(reporter: Person, messageId = ADAS_MESSAGE): Write[] {
  return [
    { path: reportPath(messageId, reporter.uid), set: newReport(messageId, reporter) },
    { path: senderPath(reporter.uid), update: ledgerEntry(`${messageId}_${reporter.uid}`) },
  ];
}

function member({ uid, username }: Person): Documents {
  const signedUp = new FromNow(-100 * DAY_MS);
  return {
    [userPath(uid)]: { ...newProfile(username), createdAt: signedUp, renamedAt: signedUp },
    [usernamePath(usernameKeyFrom(username))]: { ...newClaim(uid), claimedAt: signedUp },
    [senderPath(uid)]: { ...newLedger(), count: 7, since: signedUp, updatedAt: signedUp },
  };
}

function publishedMessage(author: Person): Fields {
  const attachment = {
    ...newAttachment(),
    state: 'ready',
    url: 'https://x/1',
    thumbUrl: 'https://x/2',
  };
  return {
    ...newMessage(author, [attachment]),
    status: 'delivered',
    createdAt: new FromNow(-DAY_MS),
  };
}

/** What is there before each question. */
export const WORLD: Documents = {
  ...member(ADA),
  ...member(BOB),
  ...member(BLOCKED),
  [userPath(BOB.uid)]: {
    ...newProfile(BOB.username),
    previousUsername: BOBS_PREVIOUS_USERNAME,
    createdAt: new FromNow(-100 * DAY_MS),
    renamedAt: new FromNow(-20 * DAY_MS),
  },
  [usernamePath(usernameKeyFrom(BOBS_PREVIOUS_USERNAME))]: {
    uid: BOB.uid,
    claimedAt: new FromNow(-100 * DAY_MS),
    releasedAt: new FromNow(-20 * DAY_MS),
  },
  [senderPath(BLOCKED.uid)]: {
    ...newLedger(),
    blockedUntil: new FromNow(DAY_MS),
  },
  [messagePath(ADAS_MESSAGE)]: publishedMessage(ADA),
  [uploadPath(ADAS_MESSAGE, 0)]: newUpload(),
  [messagePath(BOBS_MESSAGE)]: publishedMessage(BOB),
  [archivePath(ARCHIVED_MESSAGE)]: publishedMessage(ADA),
  [reportPath(BOBS_MESSAGE, BLOCKED.uid)]: newReport(BOBS_MESSAGE, BLOCKED),
  [EDGE]: { keys: { current: 'key' } },
};
