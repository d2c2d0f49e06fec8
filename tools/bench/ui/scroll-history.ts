import type { Page } from '@playwright/test';

const WHEEL_PX = 800;
const LOOK_EVERY = 25;

/** Scrolls up to the first message, a wheel's notch a frame. Resolves with the most rows that were in the page. */
export async function scrollToBeginning(page: Page): Promise<number> {
  const list = page.getByRole('list', { name: 'Messages' });
  const scroller = page.getByRole('group', { name: 'Conversation' });
  const beginning = page.getByText('This is where Plaza begins.');
  await list.hover();
  let rows = 0;
  for (let wheel = 1; ; wheel += 1) {
    await page.mouse.wheel(0, -WHEEL_PX);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    if (wheel % LOOK_EVERY !== 0) continue;
    rows = Math.max(rows, await list.getByRole('listitem').count());
    const isAtTop = (await scroller.evaluate((box) => box.scrollTop)) === 0;
    if (isAtTop && (await beginning.isVisible())) return rows;
  }
}
