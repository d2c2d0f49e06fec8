import type { Browser, BrowserContext, Page } from '@playwright/test';
import { PASSWORD, type Account } from '../browser/create-account.ts';
import { pausePage } from '../browser/pause-page.ts';
import type { FaultProxy } from './fault-proxy.ts';
import { readScreen, refuseCache, skewClock, tellItems } from './page-scripts.ts';
import type { Item } from './story.ts';

/** Tall, because the list draws only what is in sight; and drawn small, because that takes time. */
const VIEWPORT = { width: 800, height: 10_000 };
/** What a person tries in vain, as in a room that is gone. */
const ACTION_TIMEOUT_MS = 15_000;
/** Longer than what is refused is tried. */
const REFUSALS_TIMEOUT_MS = 90_000;
/** What nothing but a slow machine delays. */
const PAGE_TIMEOUT_MS = 120_000;
const SIGN_IN_TIMEOUT_MS = 30_000;
const SIGN_IN_TRIES = 4;

/** Somebody with a browser profile of their own, who uses the page by its accessible names. */
export class Participant {
  readonly account: Account;
  readonly proxy: FaultProxy;
  readonly #context: BrowserContext;
  readonly #tabs = new Map<number, Page>();
  readonly #frozen = new Map<number, () => Promise<void>>();

  private constructor(account: Account, proxy: FaultProxy, context: BrowserContext) {
    this.account = account;
    this.proxy = proxy;
    this.#context = context;
  }

  static async arrive(
    browser: Browser,
    account: Account,
    proxy: FaultProxy,
    { hasCache, onItems }: ParticipantOptions,
  ): Promise<Participant> {
    const context = await browser.newContext({
      baseURL: proxy.url,
      viewport: VIEWPORT,
      deviceScaleFactor: 0.2,
      reducedMotion: 'reduce',
      // It would only fetch everything again for each person.
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(ACTION_TIMEOUT_MS);
    context.setDefaultNavigationTimeout(PAGE_TIMEOUT_MS);
    const participant = new Participant(account, proxy, context);
    await context.exposeBinding('plazaSaw', ({ page }, items: readonly Item[]) => {
      const tab = [...participant.#tabs].find(([, one]) => one === page)?.[0];
      if (tab !== undefined) onItems(tab, items);
    });
    await context.addInitScript(tellItems);
    if (!hasCache) await context.addInitScript(refuseCache);
    return participant;
  }

  async leave(): Promise<void> {
    await this.#context.close();
    await this.proxy.stop();
  }

  /** Those that answer. */
  get tabs(): [tab: number, page: Page][] {
    return [...this.#tabs].filter(([tab]) => !this.#frozen.has(tab));
  }

  page(tab: number): Page {
    const page = this.#tabs.get(tab);
    if (page === undefined) throw new Error(`Tab ${tab} is not open.`);
    return page;
  }

  /** Opens the page, and signs in if it asks. */
  async open(tab: number): Promise<void> {
    const page = await this.#context.newPage();
    this.#tabs.set(tab, page);
    page.on('close', () => this.#forget(tab, page));
    page.on('crash', () => void page.close());
    await page.goto('/');
    await this.enter(page);
  }

  /**
   * Waits for the room, by way of the sign-in form if that comes first.
   * @throws Error with what the page shows instead
   */
  async enter(page: Page): Promise<void> {
    const form = page.getByRole('button', { name: 'Sign in' });
    const room = composerIn(page);
    try {
      await form.or(room).first().waitFor({ timeout: PAGE_TIMEOUT_MS });
      // A form that does not answer is filled in again. Another tab may sign in first, and take it away.
      for (let tries = 0; tries < SIGN_IN_TRIES && (await form.isVisible()); tries += 1) {
        await this.#fillIn(page).catch(() => {});
        await room.waitFor({ timeout: SIGN_IN_TIMEOUT_MS }).catch(() => {});
      }
      await room.waitFor({ timeout: PAGE_TIMEOUT_MS });
    } catch {
      const shown = await page.locator('body').innerText();
      throw new Error(
        `The page of ${this.account.username} shows no room, but: ${shown.replaceAll('\n', ' ')}`,
      );
    }
  }

  async #fillIn(page: Page): Promise<void> {
    await page.getByLabel('Email').fill(this.account.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** `onSend` is called just before it is sent, when nothing can keep the person from it any more. */
  async write(
    tab: number,
    text: string,
    pictures: readonly Picture[],
    onSend: () => void,
  ): Promise<void> {
    const page = this.page(tab);
    const composer = composerIn(page);
    await composer.fill(text);
    await dropPictures(page);
    if (pictures.length > 0) await attach(page, pictures);
    await composer.focus();
    onSend();
    await page.keyboard.press('Enter');
    await itemIn(page, text).first().waitFor();
  }

  /** What the button names, pressed in the item. False if the item has none, or there is no item. */
  async press(tab: number, mark: string, button: string): Promise<boolean> {
    const found = itemIn(this.page(tab), mark).getByRole('button', { name: button });
    if ((await found.count()) !== 1) return false;
    await found.click();
    return true;
  }

  /** What is refused is tried some times before it fails. Resolves also when nothing does. */
  async untilFailed(tab: number): Promise<void> {
    const retry = this.page(tab).getByRole('button', { name: 'Retry' });
    await retry
      .first()
      .waitFor({ timeout: REFUSALS_TIMEOUT_MS })
      .catch(() => {});
  }

  async confirmDeletion(tab: number): Promise<void> {
    const dialog = this.page(tab).getByRole('dialog');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  }

  async untilGone(tab: number, mark: string): Promise<void> {
    await itemIn(this.page(tab), mark).waitFor({ state: 'detached' });
  }

  async reload(tab: number): Promise<void> {
    const page = this.page(tab);
    await page.reload();
    await this.enter(page);
  }

  async kill(tab: number, how: 'close' | 'crash'): Promise<void> {
    const page = this.page(tab);
    if (how === 'crash') {
      const crashed = page.waitForEvent('crash');
      const session = await this.#context.newCDPSession(page);
      session.send('Page.crash').catch(() => {});
      await crashed;
    }
    await page.close();
  }

  /** Its code stands still until it is thawed; locks and connections stay. */
  async freeze(tab: number): Promise<void> {
    this.#frozen.set(tab, await pausePage(this.page(tab)));
  }

  async thaw(tab: number): Promise<void> {
    const resume = this.#frozen.get(tab);
    this.#frozen.delete(tab);
    await resume?.();
  }

  async thawAll(): Promise<void> {
    for (const tab of this.#frozen.keys()) await this.thaw(tab);
  }

  setOffline(isOffline: boolean): Promise<void> {
    return this.#context.setOffline(isOffline);
  }

  async skewClock(byMs: number): Promise<void> {
    await this.#context.addInitScript(skewClock, byMs);
    for (const [, page] of this.tabs) await page.evaluate(skewClock, byMs);
  }

  #forget(tab: number, page: Page): void {
    if (this.#tabs.get(tab) !== page) return;
    this.#tabs.delete(tab);
    this.#frozen.delete(tab);
  }
}

interface ParticipantOptions {
  /** As in a plan. */
  readonly hasCache: boolean;
  /** Is told what each screen shows, as it changes. */
  readonly onItems: (tab: number, items: readonly Item[]) => void;
}

export interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function composerIn(page: Page) {
  return page.getByRole('textbox', { name: 'Message' });
}

/** All that the page shows of messages, and what stands in its composer. Read often, so not by its roles. */
export function readPage(page: Page): Promise<{ items: Item[]; draft: string }> {
  const list = page.locator('ol[aria-label="Messages"]');
  return list.evaluate(readScreen, undefined, { timeout: PAGE_TIMEOUT_MS });
}

function itemIn(page: Page, text: string) {
  return page.locator('[data-message-id]').filter({ hasText: text });
}

/** What was attached when it could not be sent after all. */
async function dropPictures(page: Page): Promise<void> {
  const first = page.locator('button[aria-label^="Remove image"]').first();
  while (await first.isVisible()) await first.click();
}

async function attach(page: Page, pictures: readonly Picture[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach images' }).click(),
  ]);
  await chooser.setFiles([...pictures]);
  // Each has its description field when it is prepared.
  const prepared = page
    .getByRole('list', { name: 'Pictures of this message' })
    .getByRole('textbox');
  await prepared.nth(pictures.length - 1).waitFor({ timeout: PAGE_TIMEOUT_MS });
}
