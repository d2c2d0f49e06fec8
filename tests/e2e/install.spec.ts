import { devices, type Page } from '@playwright/test';
import { expect, test, uniqueText, type Person } from './people.ts';

const OFFER = 'Install Plaza: it opens like an app';

/** Chromium offers nothing in a private window, as the tests have: the event it would send. */
function offerInstall(page: Page): Promise<void> {
  return page.evaluate(() => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    Object.assign(event, {
      prompt: () => document.documentElement.setAttribute('data-prompted', ''),
    });
    dispatchEvent(event);
  });
}

async function send(person: Person, words: string): Promise<void> {
  const text = uniqueText(words);
  await person.write(text);
  await person.expectSent(text);
}

test('[SH16] Plaza is offered for installing after three messages, and never again after a no', async ({
  join,
}) => {
  const ada = await join('Ada');
  const offer = ada.page.getByText(OFFER);
  await offerInstall(ada.page);
  await send(ada, 'One');
  await send(ada, 'Two');
  await expect(offer).toHaveCount(0);
  await send(ada, 'Three');
  await expect(offer).toBeVisible();
  await ada.page.getByRole('button', { name: 'No, thanks' }).click();
  await expect(offer).toHaveCount(0);

  await ada.page.reload();
  await ada.expectRoom();
  await offerInstall(ada.page);
  for (const words of ['Four', 'Five', 'Six']) await send(ada, words);
  await expect(offer).toHaveCount(0);
});

test('[SH16] it is offered when a message has waited for the network', async ({ join }) => {
  const ada = await join('Ada');
  await offerInstall(ada.page);
  await ada.context.setOffline(true);
  const text = uniqueText('From the tunnel');
  await ada.write(text);
  await ada.expectStatus(text, 'queued');
  await ada.context.setOffline(false);
  await ada.expectSent(text);
  await ada.page.getByRole('button', { name: 'Install', exact: true }).click();
  await expect(ada.page.locator('html')).toHaveAttribute('data-prompted', '');
});

test('[SH23] on an iPhone the way through the menu is told, once', async ({ join }) => {
  const { userAgent, viewport, isMobile, hasTouch } = devices['iPhone 15'] ?? {};
  const ada = await join('Ada', { userAgent, viewport, isMobile, hasTouch });
  const hint = ada.page.getByText('tap Share, then “Add to Home Screen”');
  await send(ada, 'One');
  await send(ada, 'Two');
  await expect(hint).toHaveCount(0);
  await send(ada, 'Three');
  await expect(hint).toBeVisible();
  const notice = hint.locator('..');
  await notice.getByRole('button', { name: 'Got it' }).click();
  await expect(hint).toHaveCount(0);

  await ada.page.reload();
  await ada.expectRoom();
  for (const words of ['Four', 'Five', 'Six']) await send(ada, words);
  await expect(hint).toHaveCount(0);
});
