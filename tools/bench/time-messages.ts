import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import { ROOT } from '../root.ts';
import { PROJECT_ID } from '../suite/suite.ts';
import { enteredAt, expectText, noteEnter, noteFrames, seenAt } from './screen-clock.ts';
import { servePage } from './serve-page.ts';

/** The limit of one person is one message a second. */
const PACE_MS = 1_050;

export interface MessageTimes {
  /** Milliseconds from Enter to the frame with the message, at home and in the other browser. */
  echo: number[];
  other: number[];
  /** From the bare SDK's commit to the frame in the other browser. */
  bare: number[];
}

export interface BenchTarget {
  readonly url: string;
  readonly authUrl: string;
  readonly firestorePort: number;
}

/** Sends messages through the client and with the bare SDK in turn, each to another browser. */
export async function timeMessages(
  browser: Browser,
  target: BenchTarget,
  count: number,
): Promise<MessageTimes> {
  const bareSdk = await servePage(await bareSdkHtml(target));
  try {
    const ada = await openRoom(browser, target.url, 'ada' + Date.now().toString(36));
    const bob = await openRoom(browser, target.url, 'bob' + Date.now().toString(36));
    const cleo = await openBare(browser, bareSdk.url, 'cleo' + Date.now().toString(36));
    const dan = await openBare(browser, bareSdk.url, 'dan' + Date.now().toString(36));
    await noteEnter(ada);
    await Promise.all([ada, bob, cleo, dan].map(noteFrames));
    const times: MessageTimes = { echo: [], other: [], bare: [] };
    for (let index = 0; index < count; index += 1) {
      const rested = sleep(PACE_MS);
      await timePlaza(ada, bob, `Message ${index} of the client.`, times);
      await timeBare(cleo, dan, `Message ${index} of the bare SDK.`, times);
      await rested;
    }
    return times;
  } finally {
    bareSdk.close();
  }
}

async function timePlaza(sender: Page, reader: Page, text: string, times: MessageTimes) {
  await Promise.all([expectText(sender, text), expectText(reader, text)]);
  const field = sender.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
  const [own, other] = await Promise.all([seenAt(sender), seenAt(reader)]);
  const start = await enteredAt(sender);
  times.echo.push(own - start);
  times.other.push(other - start);
}

async function timeBare(sender: Page, reader: Page, text: string, times: MessageTimes) {
  await expectText(reader, text);
  const start = await sender.evaluate((text) => window.bareSdk.send(text), text);
  times.bare.push((await seenAt(reader)) - start);
}

async function openRoom(browser: Browser, url: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.getByRole('link', { name: 'Sign up' }).click();
  await page.getByLabel('Email').fill(`${name}@example.com`);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByLabel('Username').fill(name);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  return page;
}

async function openBare(browser: Browser, url: string, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'bareSdk' in window);
  await page.evaluate((name) => window.bareSdk.join(name), name);
  return page;
}

async function bareSdkHtml({ authUrl, firestorePort }: BenchTarget): Promise<string> {
  const config = JSON.stringify({ projectId: PROJECT_ID, authUrl, firestorePort });
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'tools/bench/bare-sdk-page.ts')],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
  });
  // esbuild escapes what would end the script.
  return `<!doctype html><title>Bare SDK</title><body><script>window.bareSdkConfig = ${config}</script><script type="module">${outputFiles[0]?.text}</script>`;
}
