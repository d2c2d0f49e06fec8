import {
  LEDGER_BURST,
  LEDGER_RATE_PER_SECOND,
  RENAME_COOLDOWN_MS,
  USERNAME_HOLD_MS,
} from '@plaza/shared/limits';
import {
  hasOwnKey,
  isMessageId,
  isNewClaim,
  isNewLedger,
  isNewMessage,
  isNewProfile,
  isNewReport,
  isNewUpload,
} from '@plaza/shared/new-documents';
import {
  ARCHIVE,
  archivePath,
  deletionPath,
  MESSAGES,
  messagePath,
  REPORTS,
  SENDERS,
  senderPath,
  UPLOADS,
  uploadPath,
  USERNAMES,
  usernamePath,
  userPath,
  USERS,
} from '@plaza/shared/paths';
import { validateUsername } from '@plaza/shared/username';
import { applied, changedFields, isSame } from './applied.ts';
import { FromNow, SERVER_TIME, type Fields, type Value } from './firestore-value.ts';
import type { Documents, Write } from './request.ts';

/** When the documents of before were written, and when the question is asked, in milliseconds. */
export interface Times {
  readonly seededAt: number;
  readonly now: number;
}

const RENAMED_FIELDS = ['username', 'usernameKey', 'previousUsername', 'renamedAt'];
const ENTRY_FIELDS = ['count', 'updatedAt', 'lastMessageId'];

/** All or nothing: the documents of before, what is written, and what is there after. */
export class OracleCommit {
  readonly #before: Documents;
  readonly #after: Record<string, Fields | undefined>;
  readonly #uid: string;
  readonly #writes: readonly Write[];
  readonly #times: Times;

  constructor(before: Documents, uid: string, writes: readonly Write[], times: Times) {
    this.#before = before;
    this.#uid = uid;
    this.#writes = writes;
    this.#times = times;
    this.#after = { ...before };
    for (const write of writes) this.#after[write.path] = applied(this.#after[write.path], write);
  }

  isAllowed(): boolean {
    return this.#writes.every(({ path }) => this.#isWriteAllowed(path));
  }

  #isWriteAllowed(path: string): boolean {
    const before = this.#before[path];
    const after = this.#after[path];
    const [collection = '', id = '', sub, index, ...deeper] = path.split('/');
    if (sub !== undefined) {
      return (
        collection === MESSAGES &&
        sub === UPLOADS &&
        deeper.length === 0 &&
        before === undefined &&
        after !== undefined &&
        this.#isUpload(id, index ?? '', after)
      );
    }
    if (after === undefined) {
      const isTheirs = before?.['uid'] === this.#uid;
      return (collection === MESSAGES || collection === ARCHIVE) && isTheirs;
    }
    switch (collection) {
      case USERS:
        if (id !== this.#uid) return false;
        return before === undefined ? this.#isSignUp(after) : this.#isRename(before, after);
      case USERNAMES:
        return this.#isClaim(id, before, after) || this.#isRelease(id, before, after);
      case SENDERS:
        if (id !== this.#uid) return false;
        return before === undefined ? this.#isFirstLedger(after) : this.#isEntry(before, after);
      case MESSAGES:
        return before === undefined && this.#isMessage(id, after);
      case REPORTS:
        return before === undefined && this.#isReport(id, after);
      default:
        return false;
    }
  }

  #isSignUp(profile: Fields): boolean {
    return (
      isNewProfile(profile, SERVER_TIME) &&
      this.#before[deletionPath(this.#uid)] === undefined &&
      this.#holds(profile['usernameKey']) &&
      this.#after[senderPath(this.#uid)] !== undefined
    );
  }

  #isFirstLedger(ledger: Fields): boolean {
    return isNewLedger(ledger, SERVER_TIME) && this.#after[userPath(this.#uid)] !== undefined;
  }

  #isRename(before: Fields, after: Fields): boolean {
    const { username, usernameKey, previousUsername, renamedAt } = after;
    if (typeof username !== 'string' || typeof usernameKey !== 'string') return false;
    const hasMoved = usernameKey !== before['usernameKey'];
    const rested =
      isSame(before['renamedAt'], before['createdAt']) ||
      this.#ageOf(before['renamedAt']) >= RENAME_COOLDOWN_MS;
    return (
      changedFields(before, after).every((field) => RENAMED_FIELDS.includes(field)) &&
      rested &&
      validateUsername(username) === null &&
      hasOwnKey({ username, usernameKey }) &&
      username !== before['username'] &&
      previousUsername === before['username'] &&
      renamedAt === SERVER_TIME &&
      (!hasMoved ||
        (this.#holds(usernameKey) &&
          this.#claimAfter(before['usernameKey'])?.['releasedAt'] === SERVER_TIME))
    );
  }

  #holds(usernameKey: Value | undefined): boolean {
    const claim = this.#claimAfter(usernameKey);
    return claim !== undefined && claim['uid'] === this.#uid && claim['releasedAt'] === null;
  }

  #claimAfter(usernameKey: Value | undefined): Fields | undefined {
    return typeof usernameKey === 'string' ? this.#after[usernamePath(usernameKey)] : undefined;
  }

  #keyAfter(): Value | undefined {
    return this.#after[userPath(this.#uid)]?.['usernameKey'];
  }

  #isClaim(key: string, before: Fields | undefined, after: Fields): boolean {
    const releasedAt = before?.['releasedAt'];
    const isFree =
      before === undefined ||
      (releasedAt !== null &&
        (before['uid'] === this.#uid || this.#ageOf(releasedAt) >= USERNAME_HOLD_MS));
    return isFree && isNewClaim(after, this.#uid, SERVER_TIME) && this.#keyAfter() === key;
  }

  #isRelease(key: string, before: Fields | undefined, after: Fields): boolean {
    const keyAfter = this.#keyAfter();
    return (
      before !== undefined &&
      before['uid'] === this.#uid &&
      before['releasedAt'] === null &&
      after['releasedAt'] === SERVER_TIME &&
      changedFields(before, after).every((field) => field === 'releasedAt') &&
      keyAfter !== undefined &&
      keyAfter !== key
    );
  }

  #isEntry(before: Fields, after: Fields): boolean {
    const { count, updatedAt, lastMessageId } = after;
    const blockedUntil = before['blockedUntil'];
    const seconds = Math.trunc(this.#ageOf(before['since']) / 1_000);
    return (
      changedFields(before, after).every((field) => ENTRY_FIELDS.includes(field)) &&
      typeof count === 'number' &&
      count === Number(before['count']) + 1 &&
      updatedAt === SERVER_TIME &&
      count <= LEDGER_BURST + LEDGER_RATE_PER_SECOND * seconds &&
      (blockedUntil === null || this.#ageOf(blockedUntil) >= 0) &&
      typeof lastMessageId === 'string' &&
      lastMessageId !== before['lastMessageId'] &&
      [MESSAGES, REPORTS].some((collection) => this.#isNew(`${collection}/${lastMessageId}`))
    );
  }

  /** Created by this commit. */
  #isNew(path: string): boolean {
    return (
      path.split('/').length === 2 &&
      this.#before[path] === undefined &&
      this.#after[path]?.['createdAt'] === SERVER_TIME
    );
  }

  #isLedgered(id: string): boolean {
    const ledger = this.#after[senderPath(this.#uid)];
    return ledger?.['lastMessageId'] === id && ledger['updatedAt'] === SERVER_TIME;
  }

  #isMessage(messageId: string, message: Fields): boolean {
    const { attachments } = message;
    return (
      isMessageId(messageId) &&
      isNewMessage(message, this.#uid, SERVER_TIME) &&
      this.#isOwnUsername(message['username']) &&
      this.#isLedgered(messageId) &&
      this.#before[archivePath(messageId)] === undefined &&
      this.#before[uploadPath(messageId, 0)] === undefined &&
      Array.isArray(attachments) &&
      attachments.every((_, index) => this.#after[uploadPath(messageId, index)] !== undefined)
    );
  }

  #isOwnUsername(username: Value | undefined): boolean {
    const profile = this.#before[userPath(this.#uid)];
    if (profile === undefined || typeof username !== 'string') return false;
    return (
      username === profile['username'] ||
      (username === profile['previousUsername'] &&
        this.#ageOf(profile['renamedAt']) < USERNAME_HOLD_MS)
    );
  }

  #isUpload(messageId: string, index: string, upload: Fields): boolean {
    const attachments = this.#after[messagePath(messageId)]?.['attachments'];
    if (!this.#isNew(messagePath(messageId)) || !Array.isArray(attachments)) return false;
    const at = attachments.findIndex((_, position) => String(position) === index);
    const attachment = attachments[at] as Fields | undefined;
    return isNewUpload(upload, attachment?.['contentType']);
  }

  #isReport(reportId: string, report: Fields): boolean {
    const messageId = report['messageId'];
    return (
      isNewReport(report, this.#uid, SERVER_TIME) &&
      typeof messageId === 'string' &&
      reportId === `${messageId}_${this.#uid}` &&
      [messagePath(messageId), archivePath(messageId)].some((path) => path in this.#before) &&
      this.#isLedgered(reportId)
    );
  }

  /** Milliseconds since a time of before. */
  #ageOf(time: Value | undefined): number {
    if (time instanceof FromNow) return this.#times.now - (this.#times.seededAt + time.ms);
    if (time instanceof Date) return this.#times.now - time.getTime();
    return Number.NaN;
  }
}
