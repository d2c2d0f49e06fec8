import type { Page } from '@playwright/test';

declare global {
  interface Window {
    enteredAt: number;
    seenAt: Promise<number>;
  }
}

/** From now on notes when Enter is pressed, before anybody else hears of it. */
export async function noteEnter(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') window.enteredAt = performance.timeOrigin + event.timeStamp;
      },
      { capture: true },
    );
  });
}

export function enteredAt(page: Page): Promise<number> {
  return page.evaluate(() => window.enteredAt);
}

/** Begins to wait for a text to be in the document, outside of the field in which it is written. */
export async function expectText(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    window.seenAt = new Promise((resolve) => {
      const observer = new MutationObserver((records) => {
        const isThere = records.some(
          ({ target, addedNodes }) =>
            target.nodeName !== 'TEXTAREA' &&
            [...addedNodes].some((node) => node.textContent?.includes(text)),
        );
        if (!isThere) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  }, text);
}

/** Milliseconds since 1970 at the frame that showed the expected text. */
export function seenAt(page: Page): Promise<number> {
  return page.evaluate(() => window.seenAt);
}
