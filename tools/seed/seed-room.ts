import { randomUUID } from 'node:crypto';
import { getAuth, type Auth } from 'firebase-admin/auth';
import { getFirestore, Timestamp, type Firestore } from 'firebase-admin/firestore';
import type { App } from 'firebase-admin/app';
import { SHARD_COUNT } from '@plaza/shared/limits';
import { messagePath, senderPath, uploadPath, userPath, usernamePath } from '@plaza/shared/paths';
import { usernameKeyFrom } from '@plaza/shared/username';
import { pick, randomInt, type Random } from '../random/seeded-random.ts';
import { seedEmail, SEED_PASSWORD, SEED_USERNAMES } from './people.ts';
import { drawPicture } from './picture.ts';
import { smallTalk } from './small-talk.ts';

const SPAN_MS = 6 * 60 * 60_000;

export interface SeedPlan {
  messages: number;
  /** Of them, with a picture: the pipeline turns it into an attachment. */
  pictures: number;
}

interface SeedPerson {
  uid: string;
  username: string;
}

/** Fills the room with people and with messages of the last six hours. Again: the same people, more messages. */
export async function seedRoom(
  app: App,
  plan: SeedPlan,
  now: number,
  random: Random,
): Promise<void> {
  const db = getFirestore(app);
  const people = await createPeople(getAuth(app), db, now);
  const pictureEvery = Math.floor(plan.messages / plan.pictures);
  const writer = db.bulkWriter();
  const writes: Promise<unknown>[] = [];
  for (let index = 0; index < plan.messages; index += 1) {
    const { uid, username } = pick(random, people);
    const messageId = randomUUID();
    const age = (SPAN_MS * (plan.messages - index - random())) / plan.messages;
    const message = {
      uid,
      username,
      text: smallTalk(random),
      createdAt: Timestamp.fromMillis(Math.round(now - age)),
      shard: randomInt(random, 0, SHARD_COUNT - 1),
      status: 'delivered',
      attachments: [],
    };
    if (index % pictureEvery === pictureEvery - 1) {
      const { bytes, attachment } = await drawPicture(random);
      const batch = db.batch();
      batch.create(db.doc(messagePath(messageId)), {
        ...message,
        status: 'sent',
        attachments: [attachment],
      });
      batch.create(db.doc(uploadPath(messageId, 0)), {
        bytes,
        contentType: attachment.contentType,
      });
      writes.push(batch.commit());
    } else {
      writes.push(writer.create(db.doc(messagePath(messageId)), message));
    }
  }
  await writer.close();
  await Promise.all(writes);
}

async function createPeople(auth: Auth, db: Firestore, now: number): Promise<SeedPerson[]> {
  const createdAt = Timestamp.fromMillis(now - SPAN_MS);
  return Promise.all(
    SEED_USERNAMES.map(async (username) => {
      const uid = `seed-${usernameKeyFrom(username)}`;
      const account = { email: seedEmail(username), password: SEED_PASSWORD };
      await auth.createUser({ uid, ...account }).catch(() => auth.updateUser(uid, account));
      const batch = db.batch();
      batch.set(db.doc(userPath(uid)), {
        username,
        usernameKey: usernameKeyFrom(username),
        previousUsername: null,
        createdAt,
        renamedAt: createdAt,
      });
      batch.set(db.doc(usernamePath(usernameKeyFrom(username))), {
        uid,
        claimedAt: createdAt,
        releasedAt: null,
      });
      batch.set(db.doc(senderPath(uid)), {
        count: 0,
        since: createdAt,
        updatedAt: createdAt,
        lastMessageId: '',
        blockedUntil: null,
      });
      await batch.commit();
      return { uid, username };
    }),
  );
}
