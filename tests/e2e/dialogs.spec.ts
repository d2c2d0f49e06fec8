import type { Locator, Page } from '@playwright/test';
import { expect, test, uniqueText, type Person } from './people.ts';

interface Opening {
  readonly name: string | RegExp;
  /** Gets the focus back. */
  readonly opener: Locator;
  readonly open?: () => Promise<void>;
  /** What is opened from within. */
  readonly within?: (dialog: Locator) => Promise<void>;
}

async function expectDialog(
  page: Page,
  { name, opener, open = () => opener.press('Enter'), within }: Opening,
): Promise<void> {
  await opener.focus();
  await open();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  const hasFocus = () => dialog.evaluate((element) => element.contains(document.activeElement));
  expect(await hasFocus()).toBe(true);
  await within?.(dialog);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
}

/** By keyboard alone. */
function fromMenu({ page }: Person, item: string): Pick<Opening, 'opener' | 'open'> {
  const opener = page.getByRole('button', { name: 'Account' });
  return {
    opener,
    async open() {
      await page.keyboard.press('Enter');
      const chosen = page.getByRole('menuitem', { name: item });
      await expect(chosen).toBeVisible();
      while (!(await chosen.evaluate((element) => element === document.activeElement))) {
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
    },
  };
}

test('[SH24] every dialog has a name, takes the focus, closes by Escape, and gives the focus back', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { page } = ada;
  const theirs = uniqueText('From Bob');
  await bob.write(theirs);
  const own = uniqueText('From Ada');
  await ada.write(own);
  await ada.expectStatus(own, 'delivered');
  const button = (name: string, inside: Locator | Page = page) =>
    inside.getByRole('button', { name, exact: true });

  await expectDialog(page, { name: 'Change username', ...fromMenu(ada, 'Change username') });
  await expectDialog(page, {
    name: 'My messages',
    ...fromMenu(ada, 'My messages'),
    async within(panel) {
      await panel.getByRole('checkbox', { name: /^Select: / }).press('Space');
      const opener = button('Delete 1 message', panel);
      await expectDialog(page, { name: 'Delete this message?', opener });
    },
  });
  await expectDialog(page, {
    name: 'Account settings',
    ...fromMenu(ada, 'Account settings'),
    async within(panel) {
      for (const [opener, name] of [
        ['Change password', 'Change password'],
        ['Export my data', 'Your data'],
        ['Sign out and clear this device', 'Sign out and clear this device?'],
        ['Delete account…', 'Delete account'],
      ] as const) {
        await expectDialog(page, { name, opener: button(opener, panel) });
      }
    },
  });
  await expectDialog(page, {
    name: bob.username,
    opener: ada.messages(theirs).getByRole('link', { name: bob.username }),
    async within(panel) {
      const opener = button('Report message', panel);
      await expectDialog(page, { name: 'Report message', opener });
    },
  });
  await expectDialog(page, {
    name: 'Report message',
    opener: button('Report message', ada.messages(theirs)),
  });
  await expectDialog(page, {
    name: 'Delete this message?',
    opener: button('Delete message', ada.messages(own)),
  });

  await ada.context.setOffline(true);
  await ada.write(uniqueText('Not sent yet'));
  await expectDialog(page, { name: 'Sign out?', ...fromMenu(ada, 'Sign out') });
});
