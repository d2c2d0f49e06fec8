import type { Page } from '@playwright/test';
import { seededRandom } from '../random/seeded-random.ts';
import { drawPicture } from '../seed/picture.ts';

export function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true });
}

export function composer(page: Page) {
  return page.getByRole('textbox', { name: 'Message' });
}

export async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export async function hills(): Promise<PickedFile> {
  const { bytes } = await drawPicture(seededRandom(3));
  return { name: 'hills.jpg', mimeType: 'image/jpeg', buffer: bytes };
}

export async function attach(page: Page, files: PickedFile[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files);
}

export async function openFromMenu(page: Page, name: string): Promise<void> {
  await button(page, 'Account').click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByRole('dialog').waitFor();
}
