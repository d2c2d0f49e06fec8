import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import { ARCHIVE, backendPath, MESSAGES } from '@plaza/shared/paths';
import { countedMessagesOfUser, profilesNamedSince } from '@plaza/shared/query-spec';
import type { Timestamp } from '@plaza/shared/timestamp';
import type { UserProfile } from '@plaza/shared/user-profile';
import type { Backend } from '../platform/backend.ts';
import { toQuery } from '../platform/to-query.ts';
import { mendEach, type OnFailure } from './mend-each.ts';
import { firstTask, type RenameTask } from '../rename/rename-page.ts';

/** A pass over many messages takes a while. */
const RENAMING_MS = 30 * 60_000;
const LOOK_BACK_MS = 24 * 60 * 60_000;
const PROFILES_PER_RUN = 500;
/** For all of them: counting somebody's messages may take long. */
const BUDGET_MS = 60_000;

/** backend/name-check */
interface NameCheck {
  /** The last profile that was looked at; null behind the last one of all. */
  readonly after: { readonly renamedAt: Timestamp; readonly uid: string } | null;
}

/**
 * Begins another pass for everybody whose rename of the last day has left messages out. Each run looks
 * at some profiles, from where the last one ended, however long ago that is; behind the newest it
 * begins again a day ago.
 */
export async function mendNames(
  { db, now }: Backend,
  enqueue: (task: RenameTask) => Promise<void>,
  onFailure: OnFailure,
): Promise<number> {
  const startedAt = now();
  const cursor = db.doc(backendPath('name-check'));
  const { after = null } = ((await cursor.get()).data() as NameCheck | undefined) ?? {};
  const since = new Date(after === null ? startedAt - LOOK_BACK_MS : 0);
  const query = toQuery(db, profilesNamedSince(since, PROFILES_PER_RUN));
  const inOrder = query.orderBy(FieldPath.documentId());
  const rest = after === null ? inOrder : inOrder.startAfter(after.renamedAt, after.uid);
  const { docs } = await rest.get();
  let looked = 0;
  let last = after;
  const mended = await mendEach(docs, onFailure, async (profile) => {
    if (now() > startedAt + BUDGET_MS) return false;
    const uid = profile.id;
    const { username, createdAt, renamedAt } = profile.data() as UserProfile;
    looked += 1;
    last = { renamedAt, uid };
    const renamed = renamedAt.toMillis();
    const isRenamed = renamed !== createdAt.toMillis() && renamed < now() - RENAMING_MS;
    if (!isRenamed || (await isComplete(db, uid, username))) return false;
    await enqueue(firstTask(uid, renamed, `mend-${now()}`));
    return true;
  });
  const isEnd = looked === docs.length && looked < PROFILES_PER_RUN;
  await cursor.set({ after: isEnd ? null : last });
  return mended;
}

/** As many messages under the present name as there are. */
async function isComplete(db: Firestore, uid: string, username: string): Promise<boolean> {
  for (const collection of [MESSAGES, ARCHIVE] as const) {
    const [all, named] = await Promise.all(
      [null, username].map(async (name) => {
        const counted = toQuery(db, countedMessagesOfUser(uid, collection, name)).count();
        return (await counted.get()).data().count;
      }),
    );
    if (all !== named) return false;
  }
  return true;
}
