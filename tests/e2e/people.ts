import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';

export const PASSWORD = 'correct horse battery';

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

  constructor(page: Page, context: BrowserContext, username: string) {
    this.page = page;
    this.context = context;
    this.username = username;
    this.email = `${username.toLowerCase()}@example.com`;
  }

  async fillSignUp(
    values: { email?: string; password?: string; username?: string } = {},
  ): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign up' }).click();
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

  async expectStatus(text: string, status: string): Promise<void> {
    await expect(this.messages(text)).toHaveAttribute('data-status', status);
  }
}

interface Fixtures {
  /** Opens a browser profile of its own for somebody new, not signed up yet. */
  visit: (name: string) => Promise<Person>;
  /** As `visit`, signed up and in the room. */
  join: (name: string) => Promise<Person>;
}

async function openPerson(browser: Browser, name: string): Promise<Person> {
  const context = await browser.newContext();
  return new Person(await context.newPage(), context, uniqueName(name));
}

export const test = base.extend<Fixtures>({
  visit: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (name) => {
      const person = await openPerson(browser, name);
      contexts.push(person.context);
      return person;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  join: async ({ visit }, provide) => {
    await provide(async (name) => {
      const person = await visit(name);
      await person.signUp();
      return person;
    });
  },
});

export { expect } from '@playwright/test';
