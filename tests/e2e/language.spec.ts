import { expect, test } from './people.ts';

test('[SH1] [SH2] a chosen language changes everything, keeps what was typed, and stays', async ({
  visit,
}) => {
  const { page } = await visit('Ada');
  await page.goto('/');
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Password').fill('half a pass');
  await page.getByLabel('Language').selectOption('Deutsch');
  await expect(page.getByRole('button', { name: 'Anmelden' })).toBeVisible();
  await expect(page.getByLabel('E-Mail')).toHaveValue('ada@example.com');
  await expect(page.getByLabel('Passwort')).toHaveValue('half a pass');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await page.getByLabel('Sprache').selectOption('English');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('[SH2] what is wrong with a form is not told in the old language', async ({ visit }) => {
  const { page } = await visit('Ada');
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Enter your password.')).toBeVisible();
  await page.getByLabel('Language').selectOption('Deutsch');
  await expect(page.getByRole('button', { name: 'Anmelden' })).toBeVisible();
  await expect(page.getByText('Enter your password.')).toHaveCount(0);
});

test('[SH2] what is told already is told in the chosen language', async ({ join }) => {
  const ada = await join('Ada');
  const { page } = ada;
  await ada.composer().press('Enter');
  await expect(ada.composer()).toHaveAccessibleDescription('Write something first.');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Account settings' }).click();
  await page.getByRole('button', { name: 'Send verification link' }).click();
  await expect(page.getByText(/link is on its way/)).toBeVisible();
  await page.getByLabel('Language').selectOption('Deutsch');
  await expect(page.getByText(/Link an .* ist unterwegs/)).toBeVisible();
  await page.getByRole('button', { name: 'Schließen' }).click();
  await expect(page.getByRole('textbox', { name: 'Nachricht' })).toHaveAccessibleDescription(
    'Schreib erst etwas.',
  );
});

test('[SH1] a German browser gets a German page', async ({ visit }) => {
  const { page } = await visit('Ada', { locale: 'de-AT' });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
