import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { measureRoom } from '../bench/ui/measure-room.ts';
import { runLighthouse, type Scores } from '../bench/ui/run-lighthouse.ts';
import { CHROMIUM_ARGS } from '../browser/chromium-args.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { step } from '../progress.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { seedEmail, SEED_PASSWORD } from '../seed/people.ts';
import { seedRoom } from '../seed/seed-room.ts';
import { findFreePorts } from '../suite/ports.ts';
import { PROJECT_ID, startSuite } from '../suite/suite.ts';
import { runCommand } from './run-command.ts';

const LIGHTHOUSE_RUNS = 3;
const PHONE = { width: 412, height: 823 };
const LIMITS = {
  performance: 95,
  accessibility: 100,
  bestPractices: 100,
  scrollWorstFrameMs: 50,
  typingP95Ms: 50,
  longestTaskMs: 100,
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email').fill(seedEmail('Ada'));
  await page.getByLabel('Password').fill(SEED_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
}

/** null, and a line that says why, where Lighthouse cannot be had. */
async function lighthouse(label: string, url: string, port: number): Promise<Scores | null> {
  return step(`Lighthouse: ${label}, ${LIGHTHOUSE_RUNS} runs`, () =>
    runLighthouse(url, port, LIGHTHOUSE_RUNS),
  ).catch((error: unknown) => {
    console.log(`  No figures from Lighthouse: ${String(error)}`);
    return null;
  });
}

function rounded(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

await runCommand(async () => {
  const executablePath = await findChromium();
  await step('Building', () => Promise.all([buildFunctions(), buildWeb()]));
  const suite = await step('Starting the Firebase emulators', async () =>
    startSuite({ ports: await findFreePorts(), keptData: null }),
  );
  Object.assign(process.env, suite.env);
  const app = initializeApp({ projectId: PROJECT_ID });
  const profile = await mkdtemp(join(tmpdir(), 'plaza-bench-'));
  const port = await freePort();
  let context: BrowserContext | undefined;
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath,
      baseURL: suite.url,
      viewport: PHONE,
      args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`],
    });
    const signInScores = await lighthouse('sign-in page', suite.url, port);
    await step('Writing a room', () =>
      seedRoom(app, { messages: 200, pictures: 10 }, Date.now(), seededRandom(6)),
    );
    const page = await context.newPage();
    await signIn(page);
    await page.close();
    const roomScores = await lighthouse('room', suite.url, port);

    // The pipeline has nothing to do with what is measured, and would take half of the machine.
    await fetch(
      `http://${suite.env['FIREBASE_EMULATOR_HUB']}/functions/disableBackgroundTriggers`,
      {
        method: 'PUT',
      },
    );
    const room = await measureRoom(context, getFirestore(app), async (page) => {
      await page.goto('/');
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
    });

    const worst = (key: keyof Scores) =>
      signInScores === null || roomScores === null
        ? null
        : Math.min(signInScores[key], roomScores[key]);
    const figures = {
      performance: worst('performance'),
      accessibility: worst('accessibility'),
      bestPractices: worst('bestPractices'),
      cls: rounded(room.cls, 4),
      scrollWorstFrameMs: rounded(room.scrollWorstFrameMs),
      typingP95Ms: rounded(room.typingP95Ms),
      longestTaskMs: rounded(room.longestTaskMs),
      heapMb: rounded(room.heapMb.after),
      heapBeforeMb: rounded(room.heapMb.before),
      heapScrolledMb: rounded(room.heapMb.scrolled),
      rowsMax: room.rows,
      scrolledMessages: room.scrolledMessages,
      signIn: signInScores,
      room: roomScores,
      peer: null,
    };
    console.log(`
  4 times slower, ${PHONE.width} x ${PHONE.height} px:
  ${figures.scrolledMessages} messages scrolled through: worst frame ${figures.scrollWorstFrameMs} ms (limit ${LIMITS.scrollWorstFrameMs}), at most ${figures.rowsMax} rows in the page
  100 messages a second: a key shows after ${figures.typingP95Ms} ms (95 of 100, limit ${LIMITS.typingP95Ms}), longest task ${figures.longestTaskMs} ms (limit ${LIMITS.longestTaskMs}; 0 means under 50)
  layout shift ${figures.cls}; heap ${figures.heapBeforeMb} MB on entering, ${figures.heapScrolledMb} after the history, ${figures.heapMb} after an hour of messages
  Lighthouse, mobile: performance ${figures.performance}, accessibility ${figures.accessibility}, best practices ${figures.bestPractices}
  No other chat was measured beside it.`);
    console.log(JSON.stringify(figures));
    const holds =
      (figures.performance ?? 0) >= LIMITS.performance &&
      (figures.accessibility ?? 0) >= LIMITS.accessibility &&
      (figures.bestPractices ?? 0) >= LIMITS.bestPractices &&
      figures.cls === 0 &&
      figures.scrollWorstFrameMs <= LIMITS.scrollWorstFrameMs &&
      figures.typingP95Ms <= LIMITS.typingP95Ms &&
      figures.longestTaskMs <= LIMITS.longestTaskMs;
    return holds ? 0 : 1;
  } finally {
    await context?.close();
    await rm(profile, { recursive: true, force: true });
    await deleteApp(app);
    await step('Stopping', () => suite.stop());
  }
});
