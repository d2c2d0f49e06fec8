import type { BrowserContext } from '@playwright/test';

const POLICY = /Content.Security.Policy|Trusted ?(Type|Script|HTML)|Permissions.Policy/i;

/** Whatever breaks in this context's pages from now on: uncaught errors, and what the policies refuse. */
export function watchForProblems(context: BrowserContext): readonly string[] {
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(String(error.error().stack)));
  context.on('console', (message) => {
    const text = message.text();
    if (POLICY.test(text)) problems.push(text);
  });
  return problems;
}
