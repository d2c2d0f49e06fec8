import type { Page } from '@playwright/test';

/** Its code stands still until the returned function is called; locks and connections stay. */
export async function pausePage(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Debugger.enable');
  const paused = new Promise((resolve) => session.once('Debugger.paused', resolve));
  await session.send('Debugger.pause');
  // It stops at the next statement that runs: this one.
  session.send('Runtime.evaluate', { expression: 'void 0' }).catch(() => {});
  await paused;
  return async () => {
    await session.send('Debugger.disable');
    await session.detach();
  };
}
