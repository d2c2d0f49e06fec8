import type { BrowserContext } from '@playwright/test';

const POLICY = /Content.Security.Policy|Trusted ?(Type|Script|HTML)|Permissions.Policy/i;

/** The SDK's own test for a network, at Google's: the policy is there to refuse such things. */
const EXPECTED = /www\.google\.com\/images\/cleardot\.gif/;

/** Whatever breaks in this context's pages from now on: uncaught errors, and what the policies refuse. */
export function watchForProblems(context: BrowserContext): readonly string[] {
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error().stack)));
  context.on('console', (message) => {
    const text = message.text();
    if (POLICY.test(text) && !EXPECTED.test(text)) problems.push(text);
  });
  return problems;
}
