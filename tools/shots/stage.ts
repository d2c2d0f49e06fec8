import type { BrowserContext, Page } from '@playwright/test';
import type { Firestore } from 'firebase-admin/firestore';

/** Somebody at the page, with a browser profile of their own. */
export interface Stage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Past the rules, for what clicks alone do not bring about. */
  readonly db: Firestore;
  readonly uid: string;
  /** Somebody else, who has written before. */
  readonly other: { readonly uid: string; readonly username: string };
}

/** Something that Plaza can show, and how to get there from its first page. */
export interface State {
  readonly name: string;
  readonly show: (stage: Stage) => Promise<void>;
}

/** Undoes what the last state has done to the browser, and opens the first page. */
export async function toFirstPage({ page, context }: Stage): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.goto('/');
}
