import { watchForProblems } from './page-problems.ts';
import { expect, test } from './people.ts';

const OWN = "'self'";
const NOWHERE = "'none'";

function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources];
    }),
  );
}

for (const path of ['/', '/icon.svg', '/no/such/page']) {
  test(`[SH6] ${path} carries the headers that keep a page safe`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    const policy = directivesOf(headers['content-security-policy'] ?? '');
    expect(policy.get('default-src')).toEqual([NOWHERE]);
    expect(policy.get('script-src')).toEqual([OWN]);
    expect(policy.get('style-src')).toEqual([OWN]);
    expect(policy.get('frame-ancestors')).toEqual([NOWHERE]);
    expect(policy.get('base-uri')).toEqual([NOWHERE]);
    expect(policy.get('form-action')).toEqual([NOWHERE]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    const spokenTo = policy.get('connect-src')?.filter((source) => !source.includes('127.0.0.1'));
    expect(spokenTo).toEqual([
      OWN,
      'https://firestore.googleapis.com',
      'https://identitytoolkit.googleapis.com',
      'https://securetoken.googleapis.com',
      'https://firebasestorage.googleapis.com',
    ]);
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8,}; includeSubDomains/);
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
}

test('[SH7] the page is asked for again at each visit, hashed files never', async ({ request }) => {
  const page = await request.get('/');
  expect(page.headers()['cache-control']).toBe('no-cache');
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
  const headers = (await request.get(script)).headers();
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('[SH8] inline code and code from strings are refused, and the tests would notice', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const problems = watchForProblems(context);
  const page = await context.newPage();
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.ran = true';
    } catch {
      // Trusted Types refuse the text already.
    }
    document.head.append(script);
  });
  await expect.poll(() => problems.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  await context.close();
});
