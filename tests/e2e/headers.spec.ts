import { watchForProblems } from './page-problems.ts';
import { expect, test } from './people.ts';

const OWN = "'self'";
const NOWHERE = "'none'";

/** But for the emulators, which SU4 is about. */
function directivesOf(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.filter((source) => !source.includes('127.0.0.1'))];
    }),
  );
}

for (const path of ['/', '/icon.svg', '/no/such/page']) {
  test(`[SH6] ${path} carries the headers that keep a page safe`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    const policy = directivesOf(headers['content-security-policy'] ?? '');
    expect(policy).toEqual({
      'default-src': [NOWHERE],
      'script-src': [OWN],
      'style-src': [OWN],
      'img-src': [
        OWN,
        'blob:',
        'data:',
        'https://firebasestorage.googleapis.com',
        'https://www.google.com/images/cleardot.gif',
      ],
      'connect-src': [
        OWN,
        'https://firestore.googleapis.com',
        'https://identitytoolkit.googleapis.com',
        'https://securetoken.googleapis.com',
        'https://firebasestorage.googleapis.com',
      ],
      'manifest-src': [OWN],
      'worker-src': [OWN],
      'base-uri': [NOWHERE],
      'form-action': [NOWHERE],
      'frame-ancestors': [NOWHERE],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['default'],
    });
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

test('[SH7] what may change is asked for again at each visit, hashed files never', async ({
  request,
}) => {
  const cacheControl = async (path: string) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    return answer.headers()['cache-control'];
  };
  for (const path of ['/', '/sw.js', '/manifest.webmanifest', '/theme.js']) {
    expect.soft(await cacheControl(path), path).toBe('no-cache');
  }
  const page = await (await request.get('/')).text();
  const hashed = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(hashed.map((path) => path.split('.').at(-1))).toEqual(
    expect.arrayContaining(['css', 'js']),
  );
  for (const path of hashed) {
    expect.soft(await cacheControl(path), path).toBe('public, max-age=31536000, immutable');
  }
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
