import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';
import { LEDGER_BURST, SHARD_COUNT } from '@plaza/shared/limits';
import type { Message } from '@plaza/shared/message';
import { MESSAGES, messagePath, senderPath, userPath, usernamePath } from '@plaza/shared/paths';
import { usernameKeyFrom } from '@plaza/shared/username';
import { createAccount, type Account } from '../browser/create-account.ts';
import { ROOT } from '../root.ts';
import { isAllowed, loadRules, type EmulatorProject } from '../rules/firestore-emulator.ts';
import { SERVER_TIME } from '../rules/firestore-value.ts';
import { colourOf } from './picture.ts';

const CREATES_MESSAGES = 'allow create: if isMessageId()';

/** What the server answers where a document is not there, or not as it was: `NOT_FOUND`, `FAILED_PRECONDITION`. */
const GONE = [5, 9];

export interface StoredMessage {
  readonly messageId: string;
  readonly message: Message;
  /** When it last changed, by the server. */
  readonly version: Timestamp;
}

/** What happens to people elsewhere than in their browsers, and what the server has in the end. */
export interface Backstage {
  createAccount(username: string): Promise<Account>;
  /** As that person does it from another device, through the rules. False: they did not allow it. */
  rename(account: Account, username: string): Promise<boolean>;
  /** Leaves that many messages before the limit; below zero so many seconds until the next. */
  spendQuota(account: Account, left: number): Promise<void>;
  /** A disabled account gets no token. */
  setDisabled(account: Account, isDisabled: boolean): Promise<void>;
  /** Whether the rules refuse this person's messages. */
  setRefused(account: Account, isRefused: boolean): Promise<void>;
  messagesOf(account: Account): Promise<StoredMessage[]>;
  deleteMessagesOf(account: Account): Promise<void>;
  /** A commit that changes nothing, at which the emulator asks its queries again: what a tab lacks stays lacked. */
  touchNewest(): Promise<void>;
  /** A change that nobody sees: its shard. False if it has been deleted, or changed since it was read. */
  touch(stored: StoredMessage): Promise<boolean>;
  /** The colour of each picture as readers get it, or why there is none. */
  picturesOf(message: Message): Promise<string[]>;
}

/** To be sorted by: by the server's time, to the microsecond. */
export function byTime(one: StoredMessage, other: StoredMessage): number {
  return timeOf(one) < timeOf(other) ? -1 : 1;
}

function timeOf({ message }: StoredMessage): string {
  return message.createdAt?.valueOf() ?? '';
}

/** `weaken` changes the rules before they are put into force. */
export async function openBackstage(
  app: App,
  project: EmulatorProject,
  weaken: (rules: string) => string = (rules) => rules,
): Promise<Backstage> {
  const auth = getAuth(app);
  const db = getFirestore(app);
  const rules = weaken(await readFile(join(ROOT, 'firestore.rules'), 'utf8'));
  if (!rules.includes(CREATES_MESSAGES)) throw new Error('The rules create messages differently.');
  const refused = new Set<string>();
  const messagesBy = ({ uid }: Account) => db.collection(MESSAGES).where('uid', '==', uid);
  let loading = loadRules(project, rules);
  await loading;

  return {
    createAccount: (username) => createAccount(app, username),

    rename({ uid, username }, newUsername) {
      const key = usernameKeyFrom(newUsername);
      const profile = { username: newUsername, usernameKey: key, previousUsername: username };
      const commit = [
        { path: userPath(uid), update: { ...profile, renamedAt: SERVER_TIME } },
        { path: usernamePath(key), set: { uid, claimedAt: SERVER_TIME, releasedAt: null } },
        { path: usernamePath(usernameKeyFrom(username)), update: { releasedAt: SERVER_TIME } },
      ];
      return isAllowed(project, { uid }, { commit });
    },

    async spendQuota({ uid }, left) {
      const spent = { count: LEDGER_BURST - left, since: Timestamp.now() };
      await db.doc(senderPath(uid)).update(spent);
    },

    async setDisabled({ uid }, disabled) {
      await auth.updateUser(uid, { disabled });
    },

    async setRefused({ uid }, isRefused) {
      if (isRefused) refused.add(uid);
      else refused.delete(uid);
      const condition = `${CREATES_MESSAGES} && !(request.auth.uid in ${JSON.stringify([...refused])})`;
      const content = refused.size === 0 ? rules : rules.replace(CREATES_MESSAGES, condition);
      loading = loading.then(() => loadRules(project, content));
      await loading;
    },

    async messagesOf(account) {
      const found = await messagesBy(account).get();
      return found.docs.map((document) => ({
        messageId: document.id,
        message: document.data() as Message,
        version: document.updateTime,
      }));
    },

    async touchNewest() {
      const found = await db.collection(MESSAGES).orderBy('createdAt', 'desc').limit(1).get();
      const [newest] = found.docs;
      await newest?.ref.update({ shard: newest.get('shard') as number });
    },

    async touch({ messageId, message, version }) {
      const document = db.doc(messagePath(messageId));
      try {
        const shard = (message.shard + 1) % SHARD_COUNT;
        await document.update({ shard }, { lastUpdateTime: version });
        return true;
      } catch (error) {
        if (GONE.includes((error as { code?: number }).code ?? 0)) return false;
        throw error;
      }
    },

    async deleteMessagesOf(account) {
      const found = await messagesBy(account).get();
      await Promise.all(found.docs.map(({ ref }) => ref.delete()));
    },

    picturesOf({ attachments }) {
      return Promise.all(
        attachments.map(async ({ state, url, reason }) => {
          if (url === null) return reason ?? state;
          const image = await fetch(url);
          return colourOf(Buffer.from(await image.arrayBuffer()));
        }),
      );
    },
  };
}
