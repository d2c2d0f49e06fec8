import type { Page } from '@playwright/test';
import { expect, test, uniqueText } from './people.ts';

const PHONE = { viewport: { width: 320, height: 568 }, isMobile: true, hasTouch: true };

/** WCAG 1.4.12: what a person's own style sheet may ask for. */
function spaceText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
}

/** Elements that reach beyond the page's sides, as text to read. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > innerWidth + 1);
    });
    return beyond.map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Controls below 44 × 44 pixels that can be seen and pressed, but for links within text. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll('button, input, select, textarea, [role=menuitem]'),
    ];
    return targets.flatMap((element) => {
      const label = element.closest('label');
      const { left, top, width, height } = (label ?? element).getBoundingClientRect();
      const corner = document.elementFromPoint(left + 2, top + 2);
      // What is cut off cannot be pressed.
      if (label !== null && corner !== null && !label.contains(corner)) {
        return [`cut off: ${label.outerHTML.slice(0, 120)}`];
      }
      const isInText = getComputedStyle(element).textDecorationLine === 'underline';
      const isHidden = width <= 1 || !element.checkVisibility({ visibilityProperty: true });
      if (isHidden || isInText || (width >= 43.5 && height >= 43.5)) return [];
      return [`${Math.round(width)}x${Math.round(height)} ${element.outerHTML.slice(0, 120)}`];
    });
  });
}

test('[SH19] [SH20] a small phone shows and reaches everything', async ({ visit }) => {
  const ada = await visit('Ada', PHONE);
  await ada.page.goto('/');
  await spaceText(ada.page);
  expect(await overflowing(ada.page)).toEqual([]);
  expect(await smallTargets(ada.page)).toEqual([]);

  await ada.signUp();
  const text = uniqueText(`A word of ${'length'.repeat(20)}`);
  await ada.write(text);
  await ada.expectSent(text);
  await spaceText(ada.page);
  expect(await overflowing(ada.page)).toEqual([]);
  expect(await smallTargets(ada.page)).toEqual([]);

  await ada.page.getByRole('button', { name: 'Account' }).click();
  expect(await overflowing(ada.page)).toEqual([]);
  expect(await smallTargets(ada.page)).toEqual([]);
  await ada.page.getByRole('menuitem', { name: 'My messages' }).click();
  await expect(ada.page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await expect.poll(() => overflowing(ada.page)).toEqual([]);
  expect(await smallTargets(ada.page)).toEqual([]);
});

test('[SH21] Tab leads first to a button that skips to the message field', async ({ join }) => {
  const ada = await join('Ada');
  await ada.page.reload();
  await ada.expectRoom();
  await ada.page.keyboard.press('Tab');
  await expect(ada.page.getByRole('button', { name: 'Skip to writing' })).toBeFocused();
  await ada.page.keyboard.press('Enter');
  await expect(ada.composer()).toBeFocused();
});
