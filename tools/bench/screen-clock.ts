import type { Page } from '@playwright/test';

declare global {
  interface Window {
    enteredAt: number;
    /** A frame is being prepared: what is changed now is in it. */
    isInFrame: boolean;
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

/** From now on knows which frame shows what is changed: the coming one, or one that is being prepared. */
export async function noteFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const request = window.requestAnimationFrame.bind(window);
    const afterFrame = new MessageChannel();
    afterFrame.port1.addEventListener('message', () => (window.isInFrame = false));
    afterFrame.port1.start();
    window.requestAnimationFrame = (callback) =>
      request((time) => {
        window.isInFrame = true;
        afterFrame.port2.postMessage(null);
        callback(time);
      });
  });
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
          const resolveNow = () => resolve(performance.timeOrigin + performance.now());
          if (window.isInFrame) resolveNow();
          else requestAnimationFrame(resolveNow);
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
