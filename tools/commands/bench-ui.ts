import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { followChannels } from '../browser/follow-channels.ts';
import { figuresFrom, missedGoals } from '../bench/ui/figures.ts';
import { freePort } from '../bench/ui/free-port.ts';
import { measureRoom } from '../bench/ui/measure-room.ts';
import { buildPeer } from '../bench/ui/peer/build-peer.ts';
import { measurePeer } from '../bench/ui/peer/measure-peer.ts';
import { runLighthouse, type Scores } from '../bench/ui/run-lighthouse.ts';
import { tellFigures } from '../bench/ui/tell-figures.ts';
import { CHROMIUM_ARGS, LEAVE_SIGNALS } from '../browser/chromium-args.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { seedEmail, SEED_PASSWORD } from '../seed/people.ts';
import { seedRoom } from '../seed/seed-room.ts';
import { findFreePorts } from '../suite/ports.ts';
import { setBackgroundTriggers } from '../suite/set-background-triggers.ts';
import { PROJECT_ID, startSuite, type Suite } from '../suite/suite.ts';
import { runCommand } from './run-command.ts';

const PHONE = { width: 412, height: 823 };

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '3' },
    peer: { type: 'string' },
  },
});
const runs = Number(values.runs);

async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email').fill(seedEmail('Ada'));
  await page.getByLabel('Password').fill(SEED_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
}

async function measure(suite: Suite, executablePath: string, profile: string) {
  const port = await freePort();
  const app = initializeApp({ projectId: PROJECT_ID });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    baseURL: suite.url,
    viewport: PHONE,
    ...LEAVE_SIGNALS,
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`],
  });
  const channels = await followChannels(context);
  /** null, and a line that says why, where Lighthouse cannot be had. */
  async function lighthouse(label: string, url: string): Promise<Scores | null> {
    if (runs === 0) return null;
    return step(`Lighthouse: ${label}, ${runs} runs`, () => runLighthouse(url, port, runs)).catch(
      (error: unknown) => {
        console.log(`  No figures from Lighthouse: ${String(error)}`);
        return null;
      },
    );
  }
  try {
    const signInScores = await lighthouse('sign-in page', suite.url);
    await step('Writing a room', () =>
      seedRoom(app, { messages: 200, pictures: 10 }, Date.now(), seededRandom(6)),
    );
    const first = await context.newPage();
    await signIn(first);
    await first.close();
    const roomScores = await lighthouse('room', suite.url);
    await channels.end();
    // The pipeline has nothing to do with what is measured, and would take half of the machine.
    await setBackgroundTriggers(suite.env, 'disable');
    const page = await measureRoom({
      context,
      channels,
      db: getFirestore(app),
      messages: Number(values.messages),
      async enter(page) {
        await page.goto('/');
        await page.getByRole('textbox', { name: 'Message' }).waitFor();
        await page.locator('[data-message-id]').first().waitFor();
      },
    });
    const peer = values.peer === undefined ? null : await peerFigures(values.peer);
    return { signIn: signInScores, room: roomScores, page, peer };
  } finally {
    await context.close();
    await deleteApp(app);
  }

  async function peerFigures(folder: string) {
    const authHost = suite.env['FIREBASE_AUTH_EMULATOR_HOST'] ?? '';
    const firestoreHost = suite.env['FIRESTORE_EMULATOR_HOST'] ?? '';
    const peer = await step('Building the peer', () =>
      buildPeer({ folder, authHost, firestoreHost }),
    );
    try {
      return await measurePeer({ ...peer, firestoreHost, context, channels, lighthouse });
    } finally {
      await peer.close();
    }
  }
}

await runCommand(async () => {
  const executablePath = await findChromium();
  await step('Building', () => Promise.all([buildFunctions(), buildWeb()]));
  const suite = await step('Starting the Firebase emulators', async () =>
    startSuite({ ports: await findFreePorts(), keptData: null }),
  );
  Object.assign(process.env, suite.env);
  const profile = await mkdtemp(join(tmpdir(), 'plaza-bench-'));
  try {
    const figures = figuresFrom(await measure(suite, executablePath, profile));
    tellFigures(figures);
    console.log(JSON.stringify(figures));
    return missedGoals(figures).length === 0 ? 0 : 1;
  } finally {
    await rm(profile, { recursive: true, force: true });
    await suite.stop();
  }
});
