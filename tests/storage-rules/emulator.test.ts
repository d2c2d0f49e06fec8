import {
  assertFails as expectDenied,
  assertSucceeds as expectAllowed,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  deleteObject,
  getBytes,
  getMetadata,
  list,
  ref,
  updateMetadata,
  uploadBytes,
  type StorageReference,
  type UploadMetadata,
} from 'firebase/storage';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../tools/root.ts';

const PROJECT_ID = 'demo-storage-rules';
/** The Storage emulator looks for documents in the project that it was started for. */
const EMULATORS_PROJECT_ID = process.env['GCLOUD_PROJECT'] ?? PROJECT_ID;
const STORAGE = `http://${address('FIREBASE_STORAGE_EMULATOR_HOST')}`;
const FIRESTORE = `http://${address('FIRESTORE_EMULATOR_HOST')}`;
const USERS = 'storageRulesTestUsers';
const PNG: UploadMetadata = { contentType: 'image/png' };

interface RulesFile {
  name: string;
  content: string;
  /** The bucket, if there are several files. */
  resource?: string;
}

let environment: RulesTestEnvironment;

beforeAll(async () => {
  environment = await initializeTestEnvironment({ projectId: PROJECT_ID });
});

afterAll(async () => {
  const name = join(ROOT, 'storage.rules');
  await setRules({ name, content: await readFile(name, 'utf8') });
  await environment.cleanup();
});

function address(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`${variable} is not set: these tests need running emulators.`);
}

function ruleset(body: string, version = '2'): string {
  return `rules_version = '${version}';
    service firebase.storage {
      match /b/{bucket}/o {
        ${body}
      }
    }`;
}

/** All rules of the emulator, for every project: the status tells whether it takes them. */
async function setRules(...files: RulesFile[]): Promise<number> {
  const { status } = await fetch(`${STORAGE}/internal/setRules`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rules: { files } }),
  });
  return status;
}

async function useRules(body: string, version?: string): Promise<void> {
  const content = ruleset(body, version);
  expect(await setRules({ name: 'test/storage.rules', content })).toBe(200);
}

/** An object as a person sees it, or as somebody who has not signed in. */
function objectOf(uid: string | null, path: string, bucket?: string): StorageReference {
  const context = uid
    ? environment.authenticatedContext(uid)
    : environment.unauthenticatedContext();
  return ref(context.storage(bucket), path);
}

function bytes(size: number): Uint8Array {
  return new Uint8Array(size).fill(7);
}

/** Stores an object whatever the rules say. */
async function store(path: string, metadata = PNG, bucket?: string): Promise<void> {
  await environment.withSecurityRulesDisabled(async (context) => {
    await uploadBytes(ref(context.storage(bucket), path), bytes(10), metadata);
  });
}

async function setRole(uid: string, stringValue: string): Promise<void> {
  const path = `projects/${EMULATORS_PROJECT_ID}/databases/(default)/documents/${USERS}/${uid}`;
  const answer = await fetch(`${FIRESTORE}/v1/${path}`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer owner' },
    body: JSON.stringify({ fields: { role: { stringValue } } }),
  });
  expect(answer.status).toBe(200);
}

describe('objects', () => {
  test('[SR20] uploads', async () => {
    await useRules(`match /images/{uid}/{name} {
      allow create: if request.auth.uid == uid
        && request.resource.size < 100
        && request.resource.contentType.matches('image/.*');
    }`);
    const own = objectOf('alice', 'images/alice/a.png');
    await expectDenied(uploadBytes(objectOf(null, 'images/alice/a.png'), bytes(99), PNG));
    await expectDenied(uploadBytes(objectOf('bob', 'images/alice/a.png'), bytes(99), PNG));
    await expectDenied(uploadBytes(objectOf('alice', 'elsewhere/a.png'), bytes(99), PNG));
    await expectDenied(uploadBytes(own, bytes(100), PNG));
    await expectDenied(uploadBytes(own, bytes(99), { contentType: 'text/html' }));
    await expectAllowed(uploadBytes(own, bytes(99), PNG));
  });

  test('[SR21] reading and listing', async () => {
    await useRules(`
      match /open/{name=**} { allow get; allow list: if request.auth != null; }
      match /members/{name} { allow read: if request.auth != null; }`);
    await Promise.all([store('open/a.png'), store('members/a.png')]);

    const open = await expectAllowed(getBytes(objectOf(null, 'open/a.png')));
    expect(new Uint8Array(open)).toEqual(bytes(10));
    await expectDenied(getBytes(objectOf(null, 'members/a.png')));
    await expectAllowed(getBytes(objectOf('alice', 'members/a.png')));
    await expectDenied(getMetadata(objectOf('alice', 'closed/a.png')));

    const { items } = await expectAllowed(list(objectOf('alice', 'open')));
    expect(items.map(({ name }) => name)).toEqual(['a.png']);
    await expectDenied(list(objectOf(null, 'open')));
    await expectDenied(list(objectOf('alice', '')));
  });

  test('[SR22] listing under version 1', async () => {
    const body = 'match /{name=**} { allow read; }';
    await useRules(body, '2');
    await expectAllowed(list(objectOf('alice', 'open')));
    await useRules(body, '1');
    await expectDenied(list(objectOf('alice', 'open')));
  });

  test('[SR23] deleting', async () => {
    await useRules(`match /{name=**} {
      allow delete: if resource.metadata.owner == request.auth.uid;
    }`);
    await store('a.png', { ...PNG, customMetadata: { owner: 'alice' } });
    await expectDenied(deleteObject(objectOf('bob', 'a.png')));
    await expectAllowed(deleteObject(objectOf('alice', 'a.png')));
  });

  test('[SR24] changing metadata', async () => {
    await useRules(`match /{name=**} {
      allow update: if request.auth.uid == resource.metadata.owner
        && request.resource.metadata.title.size() <= 5
        && request.resource.size == resource.size;
    }`);
    await store('a.png', { ...PNG, customMetadata: { owner: 'alice', title: 'old' } });
    const titled = (title: string) => ({ customMetadata: { owner: 'alice', title } });
    await expectDenied(updateMetadata(objectOf('bob', 'a.png'), titled('new')));
    await expectDenied(updateMetadata(objectOf('alice', 'a.png'), titled('longer')));
    await expectAllowed(updateMetadata(objectOf('alice', 'a.png'), titled('new')));
  });

  test.each(['two words.png', 'größe 漢字 😀.png', '(1) [a]{b}&c=d+e?#.png'])(
    '[SR29] an object named %s',
    async (name) => {
      await useRules(`match /{name} { allow read, create: if name == '${name}'; }`);
      await expectAllowed(uploadBytes(objectOf(null, name), bytes(1), PNG));
      await expectAllowed(getBytes(objectOf(null, name)));
      await expectDenied(getBytes(objectOf(null, `${name}x`)));
    },
  );
});

describe('documents', () => {
  const role = `firestore.get(/databases/(default)/documents/${USERS}/$(request.auth.uid)).data.role`;

  test('[SR25] access by role', async () => {
    await useRules(`match /{name=**} { allow get: if ${role} == 'admin'; }`);
    await store('a.png');
    await expectDenied(getBytes(objectOf('nobody', 'a.png')));
    await setRole('alice', 'guest');
    await expectDenied(getBytes(objectOf('alice', 'a.png')));
    await setRole('alice', 'admin');
    await expectAllowed(getBytes(objectOf('alice', 'a.png')));
  });

  test('[SR26] thirty people at once', async () => {
    await useRules(`match /{name=**} { allow get: if ${role} == 'admin'; }`);
    await store('a.png');
    const people = Array.from({ length: 30 }, (_, index) => ({
      uid: `person${index}`,
      role: index % 2 === 0 ? 'admin' : 'guest',
    }));
    await Promise.all(people.map(({ uid, role }) => setRole(uid, role)));
    await Promise.all(
      people.map(({ uid, role }) => {
        const read = getBytes(objectOf(uid, 'a.png'));
        return role === 'admin' ? expectAllowed(read) : expectDenied(read);
      }),
    );
  });
});

describe('rules files', () => {
  test('[SR27] rules that do not compile', async () => {
    const content = ruleset('match /{name} { allow read: if ; }');
    expect(await setRules({ name: 'test/storage.rules', content })).toBe(400);
  });

  test('[SR28] a mistake in a saved file', async () => {
    const readable = (condition: string) =>
      ruleset(`match /{name} { allow get: if ${condition}; }`);
    const canRead = (bucket: string) =>
      getBytes(objectOf(null, 'a.png', bucket)).then(
        () => true,
        () => false,
      );
    const folder = await mkdtemp(join(tmpdir(), 'storage-rules-'));
    const [first, second] = [join(folder, 'first.rules'), join(folder, 'second.rules')];
    try {
      await writeFile(first, readable('true'));
      await writeFile(second, readable('false'));
      await setRules(
        { name: first, content: readable('true'), resource: 'first' },
        { name: second, content: readable('false'), resource: 'second' },
      );
      await store('a.png', PNG, 'gs://first');
      await store('a.png', PNG, 'gs://second');

      // The emulator reads its files in the order in which they change.
      await writeFile(first, readable('mistake ,'));
      await writeFile(second, readable('true'));
      await expect.poll(() => canRead('gs://second')).toBe(true);
      expect(await canRead('gs://first')).toBe(true);

      await writeFile(first, readable('false'));
      await expect.poll(() => canRead('gs://first')).toBe(false);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
