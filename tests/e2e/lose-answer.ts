import type { Page } from '@playwright/test';

/** The page's next transaction is committed, and the page does not hear of it. */
export async function loseAnswer(page: Page): Promise<void> {
  await page.route(
    /documents:commit/,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}
