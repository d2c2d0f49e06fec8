import type { Firestore } from 'firebase-admin/firestore';
import { SHARD_COUNT } from '@plaza/shared/limits';
import { MESSAGES } from '@plaza/shared/paths';

/**
 * A change that nobody sees, of the newest message's shard, after which the emulator tells of what it has
 * missed to tell: of the message itself only a real change makes it.
 */
export async function touchNewest(db: Firestore): Promise<void> {
  const found = await db.collection(MESSAGES).orderBy('createdAt', 'desc').limit(1).get();
  const [newest] = found.docs;
  await newest?.ref.update({ shard: ((newest.get('shard') as number) + 1) % SHARD_COUNT });
}
