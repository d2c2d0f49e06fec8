import type { Page } from '@playwright/test';

/** What the Auth emulator would have mailed. */
interface MailedCode {
  readonly email: string;
  readonly requestType: 'PASSWORD_RESET' | 'VERIFY_EMAIL';
  readonly oobLink: string;
}

/** Opens the link of the last mail to this address, with what its reader enters there. */
export async function followMailedLink(
  email: string,
  requestType: MailedCode['requestType'],
  entered: Readonly<Record<string, string>> = {},
): Promise<void> {
  const host = process.env['FIREBASE_AUTH_EMULATOR_HOST'] ?? '';
  const project = process.env['GCLOUD_PROJECT'] ?? '';
  const answer = await fetch(`http://${host}/emulator/v1/projects/${project}/oobCodes`);
  const { oobCodes } = (await answer.json()) as { oobCodes: MailedCode[] };
  const mailed = oobCodes.findLast(
    (code) => code.email === email && code.requestType === requestType,
  );
  if (mailed === undefined) throw new Error(`No ${requestType} was mailed to ${email}.`);
  const link = new URL(mailed.oobLink);
  for (const [name, value] of Object.entries(entered)) link.searchParams.set(name, value);
  const followed = await fetch(link);
  if (!followed.ok) throw new Error(`${link.href} answered ${followed.status}`);
}

/** In which language the page asks for a mail. */
export async function languageOfNextMail(page: Page): Promise<string | null> {
  const asked = await page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().includes('accounts:sendOobCode'),
  );
  return asked.headerValue('X-Firebase-Locale');
}
