import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';

const LIGHT_PAGE = 'rgb(246, 247, 249)';
const DARK_PAGE = 'rgb(15, 17, 21)';

function ground(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test('[SH5] the theme follows the system, and a choice replaces it in every tab for good', async ({
  visit,
}) => {
  const { page, context } = await visit('Ada');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  await page.getByLabel('Theme').waitFor();
  expect(await ground(page)).toBe(DARK_PAGE);
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByLabel('Theme')).toHaveValue('system');

  await page.getByLabel('Theme').selectOption('Light');
  expect(await ground(page)).toBe(LIGHT_PAGE);
  await expect.poll(() => ground(other)).toBe(LIGHT_PAGE);
  await expect(other.getByLabel('Theme')).toHaveValue('light');
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute(
    'content',
    '#ffffff',
  );

  // Before the client's own code runs.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  expect(await ground(page)).toBe(LIGHT_PAGE);
});

test('[SH18] the first visit to the room explains it, once', async ({ join }) => {
  const ada = await join('Ada');
  const welcome = ada.page.getByText(`Welcome to the square, ${ada.username}`);
  await expect(welcome).toBeVisible();
  await ada.page.getByRole('button', { name: 'Got it' }).click();
  await expect(welcome).toHaveCount(0);
  await ada.page.reload();
  await ada.expectRoom();
  await expect(welcome).toHaveCount(0);
});

test('[SH22] with reduced motion a change of theme is at once', async ({ visit }) => {
  const { page } = await visit('Ada');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto('/');
  await page.getByLabel('Theme').waitFor();
  const transitions = await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
    return document.getAnimations().length;
  });
  expect(transitions).toBe(0);
});
