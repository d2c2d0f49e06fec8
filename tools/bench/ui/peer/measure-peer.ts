import { deleteApp, getApp, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import { FieldValue, getFirestore, type Firestore } from 'firebase-admin/firestore';
import type { BrowserContext, Page } from '@playwright/test';
import { step } from '../../../progress.ts';
import { pick, seededRandom, type Random } from '../../../random/seeded-random.ts';
import { loadRules } from '../../../rules/firestore-emulator.ts';
import { SEED_USERNAMES } from '../../../seed/people.ts';
import { smallTalk } from '../../../seed/small-talk.ts';
import type { Channels } from '../../../browser/follow-channels.ts';
import { visit } from '../measure-room.ts';
import { readMeter } from '../page-meter.ts';
import type { Scores } from '../run-lighthouse.ts';
import { typeInFlood } from '../type-in-flood.ts';
import { PEER_EMAIL, PEER_PASSWORD, PEER_PROJECT_ID } from './build-peer.ts';

export interface PeerFigures {
  name: string;
  performance: number | null;
  typingP95Ms: number;
  longestTaskMs: number;
  cls: number;
  /** After the flood. */
  heapMb: number;
  /** It shows the newest twelve messages, and no others. */
  scrollWorstFrameMs: null;
}

export interface PeerBench {
  readonly url: string;
  readonly firestoreHost: string;
  /** Of its project in Firestore. */
  readonly rules: string;
  readonly context: BrowserContext;
  readonly channels: Channels;
  readonly lighthouse: (label: string, url: string) => Promise<Scores | null>;
}

/** The same as of Plaza, of what there is. Its project is its own, with its own rules. */
export async function measurePeer({
  url,
  firestoreHost,
  rules,
  context,
  channels,
  lighthouse,
}: PeerBench): Promise<PeerFigures> {
  const app = initializeApp({ projectId: PEER_PROJECT_ID }, PEER_PROJECT_ID);
  const db = getFirestore(app);
  const random = seededRandom(6);
  try {
    await loadRules({ address: firestoreHost, projectId: PEER_PROJECT_ID }, rules);
    const account = { email: PEER_EMAIL, password: PEER_PASSWORD, displayName: 'Reader' };
    // The Auth emulator takes a browser that names no project into the suite's own.
    await getAuth(getApp()).createUser(account);
    await write(db, 50, random);
    const page = await context.newPage();
    await signIn(page, url);
    await page.close();
    await channels.end();
    const scores = await lighthouse('room of the peer', url);
    await channels.end();
    const enter = async (page: Page) => {
      await page.goto(url);
      await page.locator('.message').first().waitFor();
    };
    const room = await visit({ context, channels, enter }, async (page, heap) => {
      const flood = await step('Typing in a flood at the peer', () =>
        typeInFlood(
          page,
          /^Message\.\.\.$/,
          (count) => write(db, count, random),
          (text) => write(db, 1, random, text),
        ),
      );
      return { ...flood, cls: (await readMeter(page)).cls, heapMb: await heap() };
    });
    return {
      name: 'firebase/codelab-friendlychat-web',
      performance: scores?.performance ?? null,
      typingP95Ms: room.typingP95Ms,
      longestTaskMs: room.longestTaskMs,
      cls: room.cls,
      heapMb: room.heapMb,
      scrollWorstFrameMs: null,
    };
  } finally {
    await deleteApp(app);
  }
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => 'signIn' in window);
  await page.evaluate(
    ([email, password]) =>
      (window as unknown as { signIn: (...args: unknown[]) => Promise<unknown> })
        .signIn(email, password)
        .then(() => undefined),
    [PEER_EMAIL, PEER_PASSWORD],
  );
  await page.locator('#user-name', { hasText: 'Reader' }).waitFor();
}

/** As the peer writes them itself. */
async function write(db: Firestore, count: number, random: Random, text?: string): Promise<void> {
  const batch = db.batch();
  for (let index = 0; index < count; index += 1) {
    batch.create(db.collection('messages').doc(), {
      name: pick(random, SEED_USERNAMES),
      text: text ?? smallTalk(random),
      profilePicUrl: '/images/profile_placeholder.png',
      timestamp: FieldValue.serverTimestamp(),
    });
  }
  await batch.commit();
}
