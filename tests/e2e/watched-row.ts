import type { Page } from '@playwright/test';

declare global {
  interface Window {
    stopWatching?: () => Promise<number>;
  }
}

/** From now on notes, after each frame, how far the first row that begins in view has moved. */
export function startWatching(page: Page): Promise<void> {
  return page.evaluate(() => {
    const list = document.querySelector('ol[aria-label="Messages"]');
    const scroller = list?.parentElement;
    if (!(scroller instanceof HTMLElement) || list === null) throw new Error('There is no list.');
    const top = scroller.getBoundingClientRect().top;
    const row = [...list.children].find((child) => child.getBoundingClientRect().top >= top);
    if (row === undefined) throw new Error('There is no row.');
    const before = row.getBoundingClientRect().top;
    let most = 0;
    let isStopped = false;
    let size = '';
    const sizeNow = () => `${window.innerWidth} ${window.innerHeight}`;
    function look(): void {
      // After the frame the window may have changed again: no frame has shown that yet.
      if (row?.isConnected === true && size === sizeNow()) {
        most = Math.max(most, Math.abs(row.getBoundingClientRect().top - before));
      }
    }
    // What is measured before the frame is drawn may still be mended in it.
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', look);
    channel.port1.start();
    function frame(): void {
      if (isStopped) return;
      size = sizeNow();
      channel.port2.postMessage(null);
      requestAnimationFrame(frame);
    }
    requestAnimationFrame(frame);
    window.stopWatching = async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      isStopped = true;
      return most;
    };
  });
}

/** Pixels by which it has moved at most. */
export function stopWatching(page: Page): Promise<number> {
  return page.evaluate(() => window.stopWatching?.() ?? Infinity);
}
