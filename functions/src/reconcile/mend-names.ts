import type { Firestore } from 'firebase-admin/firestore';
import { ARCHIVE, MESSAGES } from '@plaza/shared/paths';
import { countedMessagesOfUser, profilesNamedSince } from '@plaza/shared/query-spec';
import type { UserProfile } from '@plaza/shared/user-profile';
import type { Backend } from '../platform/backend.ts';
import { toQuery } from '../platform/to-query.ts';
import { mendEach, type OnFailure } from './mend-each.ts';
import { firstTask, type RenameTask } from '../rename/rename-page.ts';

/** A pass over many messages takes a while. */
const RENAMING_MS = 30 * 60_000;
const LOOK_BACK_MS = 24 * 60 * 60_000;
const PROFILES_PER_RUN = 500;

/** Begins another pass for everybody whose rename of the last day has left messages out. */
export async function mendNames(
  { db, now }: Backend,
  enqueue: (task: RenameTask) => Promise<void>,
  onFailure: OnFailure,
): Promise<number> {
  const since = new Date(now() - LOOK_BACK_MS);
  const { docs } = await toQuery(db, profilesNamedSince(since, PROFILES_PER_RUN)).get();
  return mendEach(docs, onFailure, async (profile) => {
    const uid = profile.id;
    const { username, createdAt, renamedAt } = profile.data() as UserProfile;
    const renamed = renamedAt.toMillis();
    const isRenamed = renamed !== createdAt.toMillis() && renamed < now() - RENAMING_MS;
    if (!isRenamed || (await isComplete(db, uid, username))) return false;
    await enqueue(firstTask(uid, renamed, `mend-${now()}`));
    return true;
  });
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
