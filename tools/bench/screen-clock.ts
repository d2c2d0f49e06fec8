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

const PATIENCE_MS = 60_000;

/** Begins to wait for a text to be in the list of messages. */
export async function expectText(page: Page, text: string): Promise<void> {
  await page.evaluate(
    ({ text, patienceMs }) => {
      window.seenAt = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`Never shown: ${text}`)), patienceMs);
        const observer = new MutationObserver(() => {
          const items = [...document.querySelectorAll('ol > li')];
          if (!items.some((item) => item.textContent?.includes(text))) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
      });
      // Whoever asks for it hears of it.
      window.seenAt.catch(() => {});
    },
    { text, patienceMs: PATIENCE_MS },
  );
}

/** Milliseconds since 1970 at the frame that showed the expected text. */
export function seenAt(page: Page): Promise<number> {
  return page.evaluate(() => window.seenAt);
}
