import type { Page } from '@playwright/test';

declare global {
  interface Window {
    seenStatuses?: string[];
  }
}

/** From now on notes every status that the message with this text shows, in order. */
export function recordStatuses(page: Page, text: string): Promise<void> {
  return page.evaluate((text) => {
    const seen: string[] = [];
    window.seenStatuses = seen;
    function note(): void {
      const items = document.querySelectorAll('[data-message-id]');
      const item = [...items].find((candidate) => candidate.textContent?.includes(text));
      const status = item?.getAttribute('data-status');
      if (typeof status === 'string' && status !== seen.at(-1)) seen.push(status);
    }
    note();
    new MutationObserver(note).observe(document.body, {
      attributes: true,
      childList: true,
      subtree: true,
    });
  }, text);
}

export function seenStatuses(page: Page): Promise<string[]> {
  return page.evaluate(() => window.seenStatuses ?? []);
}
