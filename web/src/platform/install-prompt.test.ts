import { afterEach, expect, test, vi } from 'vitest';
import { declineInstall, installOffer, noteInstallMoment } from './install-prompt.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('[SH23] where the browser keeps nothing, what has been read does not come again in this page', () => {
  vi.stubGlobal('navigator', { userAgent: 'iPhone', maxTouchPoints: 5 });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('localStorage', undefined);
  noteInstallMoment();
  expect(installOffer()).toBe('by-hand');
  declineInstall();
  expect(installOffer()).toBe('none');
  noteInstallMoment();
  expect(installOffer()).toBe('none');
});
