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

test('[SH1] a German browser gets a German page', async ({ visit }) => {
  const { page } = await visit('Ada', { locale: 'de-AT' });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});
