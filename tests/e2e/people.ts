import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { isCacheTrouble } from '../../web/src/firebase/cache-trouble.ts';
import { createAccount, PASSWORD } from '../../tools/browser/create-account.ts';
import { signedInState } from '../../tools/browser/signed-in-state.ts';
import { startFaultProxy, type FaultProxy } from '../../tools/faults/fault-proxy.ts';
import { suiteAddresses } from '../../tools/faults/suite-addresses.ts';
import { touchNewest } from '../../tools/suite/touch-newest.ts';
import { app, db } from './backend.ts';
import { deleteMessagesOf } from './backend-messages.ts';
import { watchForProblems } from './page-problems.ts';

let count = 0;

/** A username that no other test uses: letters for the reader, the rest for uniqueness. */
export function uniqueName(prefix: string): string {
  count += 1;
  return `${prefix}_${Date.now().toString(36)}${count}`.slice(0, 20);
}

/** A text that no other test writes. */
export function uniqueText(words: string): string {
  count += 1;
  return `${words} #${Date.now().toString(36)}${count}`;
}

/** Somebody with a browser profile of their own, who uses the page by its accessible names. */
export class Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly username: string;
  readonly email: string;
  /** The SDK may break down, as it does now and then when its cache is taken away: SD17 says what is done then. */
  mayLoseCache = false;

  constructor(page: Page, context: BrowserContext, username: string) {
    this.page = page;
    this.context = context;
    this.username = username;
    this.email = `${username.toLowerCase()}@example.com`;
  }

  /** The same person in another tab of the same browser. */
  async openTab(): Promise<Person> {
    const tab = new Person(await this.context.newPage(), this.context, this.username);
    await tab.page.goto('/');
    await tab.expectRoom();
    return tab;
  }

  async fillSignUp(
    values: { email?: string; password?: string; username?: string } = {},
  ): Promise<void> {
    await this.page.getByRole('link', { name: 'Sign up' }).click();
    await expect(this.page.getByRole('button', { name: 'Create account' })).toBeVisible();
    await this.page.getByLabel('Email').fill(values.email ?? this.email);
    await this.page.getByLabel('Password').fill(values.password ?? PASSWORD);
    await this.page.getByLabel('Username').fill(values.username ?? this.username);
  }

  async submitSignUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Create account' }).click();
  }

  async signUp(): Promise<void> {
    await this.page.goto('/');
    await this.fillSignUp();
    await this.submitSignUp();
    await this.expectRoom();
  }

  async signIn(password = PASSWORD): Promise<void> {
    await this.page.getByLabel('Email').fill(this.email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Account' }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(this.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  }

  /** With what the server has, too: a listener of the emulator's that is not yet there misses what comes. */
  async expectLoadedRoom(): Promise<void> {
    await this.expectRoom();
    await expect(this.page.getByText('Loading messages…')).toHaveCount(0);
  }

  async expectRoom(): Promise<void> {
    await expect(this.composer()).toBeVisible();
  }

  composer() {
    return this.page.getByRole('textbox', { name: 'Message' });
  }

  async write(text: string): Promise<void> {
    await this.composer().fill(text);
    await this.page.getByRole('button', { name: 'Send message' }).click();
  }

  /** The list items that show this text. */
  messages(text: string) {
    return this.page
      .getByRole('list', { name: 'Messages' })
      .getByRole('listitem')
      .filter({ hasText: text });
  }

  /** The server has it. The pipeline may take its time. */
  async expectSent(text: string): Promise<void> {
    await expect(this.messages(text)).toHaveAttribute('data-status', /^(sent|delivered)$/);
  }

  async expectStatus(text: string, status: string): Promise<void> {
    await expect(this.messages(text)).toHaveAttribute('data-status', status);
  }

  /** What is told of a waiting message is seen only after a while, and moves it: a press under that would be lost. */
  async expectWaiting(text: string): Promise<void> {
    await expect(this.messages(text).getByRole('button', { name: 'Edit' })).toBeVisible();
  }
}

interface Fixtures {
  /** Every test's own way to the backend: with it all ends that its pages have listened to. */
  line: FaultProxy;
  /** Opens a browser profile of its own for somebody new, not signed up yet. */
  visit: (name: string, options?: BrowserContextOptions) => Promise<Person>;
  /** As `visit`, with an account, and in the room. */
  join: (name: string, options?: BrowserContextOptions) => Promise<Person>;
}

/** In a room where others write, too, what the emulator has missed to tell comes with the next message. */
const TOUCH_EVERY_MS = 5_000;

type Open = (username: string, options?: BrowserContextOptions) => Promise<Person>;

interface Visitor {
  readonly person: Person;
  readonly problems: readonly string[];
}

async function openPerson(
  browser: Browser,
  username: string,
  options: BrowserContextOptions | undefined,
): Promise<Visitor> {
  const context = await browser.newContext(options);
  const problems = watchForProblems(context);
  const person = new Person(await context.newPage(), context, username);
  return { person, problems };
}

export const test = base.extend<Fixtures & { open: Open }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see what a fixture needs
  line: async ({}, provide) => {
    const line = await startFaultProxy(suiteAddresses());
    await provide(line);
    await line.stop();
  },
  baseURL: async ({ line }, provide) => provide(line.url),
  open: async ({ browser }, provide) => {
    const opened: Visitor[] = [];
    const touching = setInterval(() => void touchNewest(db).catch(() => {}), TOUCH_EVERY_MS);
    await provide(async (username, options) => {
      const visitor = await openPerson(browser, username, options);
      opened.push(visitor);
      return visitor.person;
    });
    clearInterval(touching);
    await Promise.all(opened.map(({ person }) => person.context.close()));
    await deleteMessagesOf(opened.map(({ person }) => person.username));
    const problems = opened.flatMap(({ person, problems }) =>
      problems.filter((problem) => !(person.mayLoseCache && isCacheTrouble(problem))),
    );
    expect(problems).toEqual([]);
  },
  visit: async ({ open }, provide) => {
    await provide((name, options) => open(uniqueName(name), options));
  },
  join: async ({ open, baseURL }, provide) => {
    await provide(async (name, options) => {
      const account = await createAccount(app, uniqueName(name));
      const storageState = await signedInState(account, {
        url: baseURL ?? '',
        authHost: process.env['FIREBASE_AUTH_EMULATOR_HOST'] ?? '',
      });
      const person = await open(account.username, { ...options, storageState });
      await person.page.goto('/');
      await person.expectLoadedRoom();
      return person;
    });
  },
});

export { expect } from '@playwright/test';
