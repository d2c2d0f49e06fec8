import type { Firestore } from 'firebase-admin/firestore';
import { MESSAGES } from '@plaza/shared/paths';

/** A commit that changes nothing, after which the emulator tells of what it has missed to tell. */
export async function touchNewest(db: Firestore): Promise<void> {
  const newest = await db.collection(MESSAGES).orderBy('createdAt', 'desc').limit(1).get();
  await newest.docs[0]?.ref.update({ shard: newest.docs[0].get('shard') as number });
}
