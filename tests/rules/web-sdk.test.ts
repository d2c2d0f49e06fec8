import { readFile } from 'node:fs/promises';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  Bytes,
  collection,
  doc,
  getDocs,
  increment,
  limit,
  query,
  serverTimestamp,
  setLogLevel,
  writeBatch,
  type Firestore,
} from 'firebase/firestore';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import {
  MESSAGES,
  messagePath,
  senderPath,
  uploadPath,
  usernamePath,
  userPath,
} from '@plaza/shared/paths';
import { newAttachment, NEW_MESSAGE } from '../../tools/rules/world.ts';
import { rulesProject } from './rules-project.ts';

const UID = 'ada-uid';

// Each denial would be logged as an error, and denials are what is tested.
setLogLevel('silent');

let rules: RulesTestEnvironment;
let db: Firestore;

beforeAll(async () => {
  const { address, projectId } = rulesProject('demo-rules-web-sdk');
  const [host = '', port = ''] = address.split(':');
  rules = await initializeTestEnvironment({
    projectId,
    firestore: { host, port: Number(port), rules: await readFile('firestore.rules', 'utf8') },
  });
  await rules.clearFirestore();
  // The compat type of rules-unit-testing is the modular Firestore underneath.
  db = rules.authenticatedContext(UID).firestore() as unknown as Firestore;
});
afterAll(() => rules.cleanup());

function signUp(): Promise<void> {
  const now = serverTimestamp();
  return writeBatch(db)
    .set(doc(db, userPath(UID)), {
      username: 'Ada',
      usernameKey: 'ada',
      previousUsername: null,
      createdAt: now,
      renamedAt: now,
    })
    .set(doc(db, usernamePath('ada')), { uid: UID, claimedAt: now, releasedAt: null })
    .set(doc(db, senderPath(UID)), {
      count: 0,
      since: now,
      updatedAt: now,
      lastMessageId: '',
      blockedUntil: null,
    })
    .commit();
}

function send(): Promise<void> {
  return writeBatch(db)
    .set(doc(db, messagePath(NEW_MESSAGE)), {
      uid: UID,
      username: 'Ada',
      text: '',
      createdAt: serverTimestamp(),
      shard: 7,
      status: 'sent',
      attachments: [newAttachment()],
    })
    .set(doc(db, uploadPath(NEW_MESSAGE, 0)), {
      bytes: Bytes.fromUint8Array(new Uint8Array(3)),
      contentType: 'image/png',
    })
    .update(doc(db, senderPath(UID)), {
      count: increment(1),
      updatedAt: serverTimestamp(),
      lastMessageId: NEW_MESSAGE,
    })
    .commit();
}

test('[RU2] [RU6] [RU8] the web SDK signs up, sends once, and reads pages', async () => {
  await signUp();
  await send();
  await expect(send()).rejects.toMatchObject({ code: 'permission-denied' });
  const messages = collection(db, MESSAGES);
  const page = await getDocs(query(messages, limit(PAGE_MAX_MESSAGES)));
  expect(page.docs.map(({ id }) => id)).toEqual([NEW_MESSAGE]);
  await expect(getDocs(messages)).rejects.toMatchObject({ code: 'permission-denied' });
});
