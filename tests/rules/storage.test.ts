import { readFile } from 'node:fs/promises';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  deleteObject,
  getBytes,
  list,
  ref,
  updateMetadata,
  uploadBytes,
  type FirebaseStorage,
} from 'firebase/storage';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachmentObjectPath, thumbnailObjectPath } from '@plaza/shared/paths';

const ATTACHMENT = attachmentObjectPath('message-of-twenty-ch', 'object');
const THUMBNAIL = thumbnailObjectPath('message-of-twenty-ch', 'object');
const ELSEWHERE = ['object', 'private/a/b', 'attachments/a', `${ATTACHMENT}/deeper`];
const PNG = { contentType: 'image/png' };

let rules: RulesTestEnvironment;

beforeAll(async () => {
  const [host = '', port = ''] = (process.env['FIREBASE_STORAGE_EMULATOR_HOST'] ?? '').split(':');
  rules = await initializeTestEnvironment({
    projectId: 'demo-rules-storage',
    storage: { host, port: Number(port), rules: await readFile('storage.rules', 'utf8') },
  });
  await rules.withSecurityRulesDisabled(async (context) => {
    for (const path of [ATTACHMENT, THUMBNAIL, ...ELSEWHERE]) {
      await uploadBytes(ref(modular(context), path), new Uint8Array(3), PNG);
    }
  });
});
afterAll(() => rules.cleanup());

// The compat type of rules-unit-testing is the modular FirebaseStorage underneath.
function modular(context: { storage(): unknown }): FirebaseStorage {
  return context.storage() as FirebaseStorage;
}

function signedIn(): FirebaseStorage {
  return modular(rules.authenticatedContext('ada', { admin: true }));
}

function expectDenied(operation: Promise<unknown>): Promise<void> {
  return expect(operation).rejects.toMatchObject({ code: 'storage/unauthorized' });
}

describe.each([ATTACHMENT, THUMBNAIL])('[RU12] %s', (path) => {
  test('is read by somebody signed in, not by a stranger', async () => {
    expect((await getBytes(ref(signedIn(), path))).byteLength).toBe(3);
    await expectDenied(getBytes(ref(modular(rules.unauthenticatedContext()), path)));
  });

  test('is not written by a client', async () => {
    const object = ref(signedIn(), path);
    await expectDenied(uploadBytes(object, new Uint8Array(3), PNG));
    await expectDenied(uploadBytes(ref(signedIn(), `${path}2`), new Uint8Array(3), PNG));
    await expectDenied(updateMetadata(object, { contentType: 'text/html' }));
    await expectDenied(deleteObject(object));
  });

  test('is not listed', async () => {
    const folder = ref(signedIn(), path).parent;
    if (folder === null) throw new Error(`${path} has no folder.`);
    await expectDenied(list(folder, { maxResults: 1 }));
  });
});

test.each(ELSEWHERE)('[RU12] %s is read and written by nobody', async (path) => {
  await expectDenied(getBytes(ref(signedIn(), path)));
  await expectDenied(uploadBytes(ref(signedIn(), path), new Uint8Array(3), PNG));
});
