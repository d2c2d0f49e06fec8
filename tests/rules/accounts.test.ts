import { randomUUID } from 'node:crypto';
import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  Timestamp,
  updateDoc,
  type DocumentData,
  type Firestore,
} from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SENDERS, senderPath, USERNAMES, usernamePath, userPath, USERS } from '@plaza/shared/paths';
import { RESERVED_USERNAMES } from '@plaza/shared/reserved-usernames';
import {
  claimOf,
  createMember,
  expectAllowed,
  expectDenied,
  newLedger,
  openRules,
  profileOf,
  signUpBatch,
  type SignUpParts,
} from './firestore-rules.ts';

let rules: RulesTestEnvironment;
let uid: string;
let username: string;
let db: Firestore;

beforeAll(async () => {
  rules = await openRules('demo-rules-accounts');
});
afterAll(() => rules.cleanup());

/** Somebody signed in without a username. */
function newcomer(): void {
  uid = randomUUID();
  username = `n_${uid.slice(0, 12).replaceAll('-', '_')}`;
  db = rules.authenticatedContext(uid).firestore() as unknown as Firestore;
}

describe('signing up', () => {
  test('[RU2] profile, claim and ledger in one commit', async () => {
    newcomer();
    await signUpBatch(db, uid, username).commit();
    expect((await getDoc(doc(db, userPath(uid)))).get('username')).toBe(username);
  });

  const past = Timestamp.fromMillis(1);
  const without: [string, () => SignUpParts][] = [
    ['no profile', () => ({ profile: null })],
    ['no claim', () => ({ claim: null })],
    ['no ledger', () => ({ ledger: null })],
  ];
  const profileChanges: [string, () => DocumentData][] = [
    ['another key', () => ({ usernameKey: 'another' })],
    ['a key in upper case', () => ({ usernameKey: username.toUpperCase() })],
    ['a previous username', () => ({ previousUsername: 'plaza_boss' })],
    ['a creation time of its own', () => ({ createdAt: past })],
    ['a rename time of its own', () => ({ renamedAt: past })],
    ['one more field', () => ({ email: 'ada@example.com' })],
  ];
  const claimChanges: [string, () => DocumentData][] = [
    ['for another person', () => ({ uid: 'somebody-else' })],
    ['with a time of its own', () => ({ claimedAt: past })],
    ['released', () => ({ releasedAt: past })],
    ['with one more field', () => ({ note: '' })],
  ];
  const ledgerChanges: [string, () => DocumentData][] = [
    ['with a credit', () => ({ count: -1 })],
    ['that began long ago', () => ({ since: past })],
    ['with a time of its own', () => ({ updatedAt: past })],
    ['with a message', () => ({ lastMessageId: 'm' })],
    ['with a block', () => ({ blockedUntil: past })],
    ['with one more field', () => ({ note: '' })],
  ];
  const variants: [string, () => SignUpParts][] = [
    ...without,
    ...profileChanges.map(([name, change]): [string, () => SignUpParts] => [
      `profile: ${name}`,
      () => ({ profile: { ...profileOf(username), ...change() } }),
    ]),
    ...claimChanges.map(([name, change]): [string, () => SignUpParts] => [
      `claim ${name}`,
      () => ({ claim: { ...claimOf(uid), ...change() } }),
    ]),
    ...ledgerChanges.map(([name, change]): [string, () => SignUpParts] => [
      `ledger ${name}`,
      () => ({ ledger: { ...newLedger(), ...change() } }),
    ]),
  ];
  test.each(variants)('[RU2] denied: %s', async (_, parts) => {
    newcomer();
    await expectDenied(signUpBatch(db, uid, username, parts()).commit());
  });

  test('[RU2] denied: for somebody else', async () => {
    newcomer();
    await expectDenied(signUpBatch(db, 'somebody-else', username).commit());
  });

  test.each([
    ['3 characters', 'abc', true],
    ['20 characters', 'abcdefghijklmnopqrst', true],
    ['digits and underscores', '0_9', true],
    ['2 characters', 'ab', false],
    ['21 characters', 'abcdefghijklmnopqrstu', false],
    ['a space', 'ada lovelace', false],
    ['an emoji', 'ada😀', false],
    ['another alphabet', 'аda', false],
    ['a line break', 'ada\nb', false],
  ])('[RU4] a username of %s', async (_, name, isAllowed) => {
    newcomer();
    const commit = signUpBatch(db, uid, name).commit();
    await (isAllowed ? expectAllowed(commit) : expectDenied(commit));
  });

  test.each(RESERVED_USERNAMES)('[RU4] "%s" is reserved', async (name) => {
    newcomer();
    await expectDenied(signUpBatch(db, uid, name).commit());
  });

  test('[RU3] a claimed username is taken, also in other case', async () => {
    const member = await createMember(rules);
    newcomer();
    await expectDenied(signUpBatch(db, uid, member.username).commit());
    await expectDenied(signUpBatch(db, uid, member.username.toUpperCase()).commit());
  });

  test('[RU2] denied: a second profile for one account', async () => {
    const member = await createMember(rules);
    await expectDenied(signUpBatch(member.db, member.uid, `x${member.username.slice(1)}`).commit());
  });
});

describe('reading', () => {
  test('[RU5] a member reads profiles and claims, and the own ledger', async () => {
    const ada = await createMember(rules);
    const bob = await createMember(rules);
    await expectAllowed(getDoc(doc(ada.db, userPath(bob.uid))));
    await expectAllowed(getDoc(doc(ada.db, usernamePath(bob.username))));
    await expectAllowed(getDoc(doc(ada.db, senderPath(ada.uid))));
    await expectDenied(getDoc(doc(ada.db, senderPath(bob.uid))));
  });

  test('[RU5] somebody without a username reads claims and what would be their own profile', async () => {
    const ada = await createMember(rules);
    newcomer();
    await expectAllowed(getDoc(doc(db, usernamePath(ada.username))));
    await expectAllowed(getDoc(doc(db, userPath(uid))));
    await expectDenied(getDoc(doc(db, userPath(ada.uid))));
  });

  test('[RU5] somebody signed out reads nothing', async () => {
    const ada = await createMember(rules);
    const out = rules.unauthenticatedContext().firestore() as unknown as Firestore;
    for (const path of [userPath(ada.uid), usernamePath(ada.username), senderPath(ada.uid)]) {
      await expectDenied(getDoc(doc(out, path)));
    }
  });

  test.each([USERS, USERNAMES, SENDERS])('[RU5] %s cannot be listed', async (name) => {
    const ada = await createMember(rules);
    await expectDenied(getDocs(query(collection(ada.db, name), limit(1))));
  });
});

describe('changing', () => {
  test('[RU1] [RU3] nobody changes or deletes profile, claim or ledger', async () => {
    const ada = await createMember(rules);
    for (const path of [userPath(ada.uid), usernamePath(ada.username), senderPath(ada.uid)]) {
      await expectDenied(deleteDoc(doc(ada.db, path)));
    }
    await expectDenied(updateDoc(doc(ada.db, userPath(ada.uid)), { username: 'Other' }));
    await expectDenied(updateDoc(doc(ada.db, usernamePath(ada.username)), { releasedAt: null }));
  });

  test('[RU1] no other collection is open', async () => {
    const ada = await createMember(rules);
    await expectDenied(getDoc(doc(ada.db, 'anything/else')));
    await expectDenied(setDoc(doc(ada.db, 'anything/else'), {}));
    await expectDenied(setDoc(doc(ada.db, `${userPath(ada.uid)}/deeper/one`), {}));
  });
});
