import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContextOptions } from '@playwright/test';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import sharp from 'sharp';
import type { Message } from '@plaza/shared/message';
import { MESSAGES } from '@plaza/shared/paths';
import { buildFunctions } from '../build/build-functions.ts';
import { buildWeb } from '../build/build-web.ts';
import { CHROMIUM_ARGS, LEAVE_SIGNALS } from '../browser/chromium-args.ts';
import { findChromium } from '../browser/find-chromium.ts';
import { step } from '../progress.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { ROOT } from '../root.ts';
import { seedEmail, SEED_PASSWORD } from '../seed/people.ts';
import { seedRoom } from '../seed/seed-room.ts';
import { RARE_STATES } from '../shots/rare-states.ts';
import { toFirstPage, type Stage, type State } from '../shots/stage.ts';
import { MEMBER_STATES, SIGNED_OUT_STATES } from '../shots/states.ts';
import { takeShots } from '../shots/take-shots.ts';
import { findFreePorts } from '../suite/ports.ts';
import { PROJECT_ID, startSuite } from '../suite/suite.ts';
import { runCommand } from './run-command.ts';

const FOLDER = join(ROOT, '.local', 'shots');
const ROOM = { messages: 160, pictures: 10 };
const POLL_MS = 500;
const USERNAME = 'Ada';
const OTHER = { uid: 'seed-bea', username: 'Bea' };

/** Those that the repository holds, and the shots that they are. */
const PUBLISHED = {
  'docs/images/room.png': 'room-light-1440.png',
  'web/public/screenshots/wide.png': 'room-light-1440.png',
  'web/public/screenshots/narrow.png': 'room-light-360.png',
};

async function openStage(browser: Browser, url: string, db: Stage['db']): Promise<Stage> {
  const options: BrowserContextOptions = { baseURL: url, serviceWorkers: 'block' };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  return { page, context, db, uid: `seed-${USERNAME.toLowerCase()}`, other: OTHER };
}

/** Until the pipeline has been at every picture. */
async function untilPublished(db: Stage['db']): Promise<void> {
  for (;;) {
    const messages = (await db.collection(MESSAGES).get()).docs.map((doc) => doc.data() as Message);
    const states = messages.flatMap(({ attachments }) => attachments.map(({ state }) => state));
    if (!states.includes('processing')) return;
    await sleep(POLL_MS);
  }
}

async function signIn({ page }: Stage): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Email').fill(seedEmail(USERNAME));
  await page.getByLabel('Password').fill(SEED_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
}

/** One after the other, each from the first page on. One that cannot be reached is told and left out. */
async function shoot(stage: Stage, states: readonly State[], isMember: boolean): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, show } of states) {
    try {
      await toFirstPage(stage);
      if (isMember) await stage.page.locator('[data-message-id]').first().waitFor();
      await show(stage);
      await takeShots(stage.page, FOLDER, name);
    } catch (error) {
      console.error(`  ${name}: ${String(error)}`);
      failed.push(name);
    }
  }
  return failed;
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { publish: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const chosen = ({ name }: State) => positionals.length === 0 || positionals.includes(name);
  const executablePath = await findChromium();
  await step('Building', () => Promise.all([buildFunctions(), buildWeb()]));
  const suite = await step('Starting the Firebase emulators', async () =>
    startSuite({ ports: await findFreePorts(), keptData: null }),
  );
  Object.assign(process.env, suite.env);
  const app = initializeApp({ projectId: PROJECT_ID });
  const browser = await chromium.launch({
    executablePath,
    args: [...CHROMIUM_ARGS],
    ...LEAVE_SIGNALS,
  });
  try {
    if (positionals.length === 0) await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    await step('Writing messages', () => seedRoom(app, ROOM, Date.now(), seededRandom(7)));
    await step('Publishing pictures', () => untilPublished(getFirestore(app)));
    const signedOut = await openStage(browser, suite.url, getFirestore(app));
    const failed = await shoot(signedOut, SIGNED_OUT_STATES.filter(chosen), false);
    const member = await openStage(browser, suite.url, getFirestore(app));
    await signIn(member);
    const memberStates = [...MEMBER_STATES, ...RARE_STATES];
    failed.push(...(await shoot(member, memberStates.filter(chosen), true)));
    if (values.publish) {
      for (const [target, shot] of Object.entries(PUBLISHED)) {
        await mkdir(join(ROOT, target, '..'), { recursive: true });
        const png = await sharp(join(FOLDER, shot)).png({ palette: true, effort: 10 }).toBuffer();
        await writeFile(join(ROOT, target), png);
      }
    }
    console.log(`\n  The pictures are in ${FOLDER}.`);
    console.log(JSON.stringify({ failed }));
    return failed.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await deleteApp(app);
    await suite.stop();
  }
});
