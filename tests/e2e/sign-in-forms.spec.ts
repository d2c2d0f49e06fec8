import type { Page } from '@playwright/test';
import { followMailedLink, languageOfNextMail } from './mailed-links.ts';
import { expect, test } from './people.ts';

test('[AC9] the forms are places: links lead there, a reload stays, Back leaves', async ({
  visit,
}) => {
  const { page, email } = await visit('Ada');
  const heading = (name: string) => page.getByRole('heading', { name });
  await page.goto('/');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('link', { name: 'Sign up' }).press('Enter');
  await expect(heading('Create your account')).toBeFocused();
  await expect(page.getByLabel('Email')).toHaveValue(email);

  await page.reload();
  await expect(heading('Create your account')).toBeVisible();
  await page.goBack();
  await expect(heading('Sign in')).toBeVisible();

  await page.getByRole('link', { name: 'Sign up' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByRole('link', { name: 'Back to sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveValue(email);
});

async function askForReset(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await expect(page.getByRole('heading', { name: 'Reset your password' })).toBeVisible();
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByRole('status')).toContainText('a link is on its way');
}

test('[AC10] a forgotten password is replaced through a mail', async ({ join, visit }) => {
  const ada = await join('Ada');
  await ada.signOut();
  await askForReset(ada.page, ada.email);
  const answer = await ada.page.getByRole('status').textContent();
  await followMailedLink(ada.email, 'PASSWORD_RESET', { newPassword: 'another battery horse' });
  await ada.page.getByRole('link', { name: 'Back to sign in' }).click();
  await ada.signIn('another battery horse');
  await ada.expectRoom();

  const nobody = await visit('Nobody');
  await nobody.page.goto('/');
  await askForReset(nobody.page, ada.email.replace('@', '.not@'));
  const unknown = await nobody.page.getByRole('status').textContent();
  expect(unknown?.replace('.not@', '@')).toBe(answer);

  await nobody.page.getByLabel('Language').selectOption('Deutsch');
  const language = languageOfNextMail(nobody.page);
  await nobody.page.getByRole('button', { name: 'Link senden' }).click();
  expect(await language).toBe('de');
});

test('[AC23] what is wrong is told again when it is still wrong', async ({ join }) => {
  const ada = await join('Ada');
  await ada.signOut();
  const alert = ada.page.getByRole('alert');
  await ada.signIn('not the password');
  await expect(alert).toHaveText('Email or password is wrong.');
  // The same element with the same words would be read out once.
  await alert.evaluate((element) => element.setAttribute('data-first', ''));
  await ada.signIn('not the password');
  await expect(ada.page.locator('[role=alert]:not([data-first])')).toHaveText(/is wrong/);
});
