import { join } from 'node:path';
import type { Page } from '@playwright/test';

export const SCHEMES = ['light', 'dark'] as const;

export const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;

/** Pictures of what the page shows, in each size and scheme: `NAME-SCHEME-WIDTH.png`. Resolves with their count. */
export async function takeShots(page: Page, folder: string, name: string): Promise<number> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await untilPainted(page);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${size.width}.png`) });
    }
  }
  return SIZES.length * SCHEMES.length;
}

/** What answers to a resize has its frame, and what comes a moment later is there. */
function untilPainted(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}
