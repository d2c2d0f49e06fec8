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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[SH17] what an empty field says is legible (${colorScheme})`, async ({ join }) => {
    const { page } = await join('Ada', { colorScheme });
    const contrast = await page.getByRole('textbox', { name: 'Message' }).evaluate((field) => {
      function luminance(colour: string): number {
        const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Number(part) / 255);
        const [r = 0, g = 0, b = 0] = parts.map((part) =>
          part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      }
      const ground = luminance(getComputedStyle(field).backgroundColor);
      const text = luminance(getComputedStyle(field, '::placeholder').color);
      return (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
    });
    expect(contrast).toBeGreaterThan(4.5);
  });
}
