import { attach, button, composer, hills, openFromMenu, send } from './clicks.ts';
import type { State } from './stage.ts';

/** Before signing in. */
export const SIGNED_OUT_STATES: readonly State[] = [
  {
    name: 'sign-in',
    show: ({ page }) => page.getByRole('heading', { name: 'Sign in' }).waitFor(),
  },
  {
    name: 'sign-in-refused',
    async show({ page }) {
      await page.getByLabel('Email').fill('nobody@example.com');
      await page.getByLabel('Password').fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-up',
    async show({ page }) {
      await page.getByRole('link', { name: 'Sign up' }).or(button(page, 'Sign up')).click();
      await page.getByRole('heading', { name: 'Create your account' }).waitFor();
    },
  },
  {
    name: 'sign-up-errors',
    async show({ page }) {
      await page.getByRole('link', { name: 'Sign up' }).or(button(page, 'Sign up')).click();
      await page.getByLabel('Email').fill('ada@example');
      await page.getByLabel('Password').fill('short');
      await page.getByLabel('Username').fill('Ada Lovelace');
      await button(page, 'Create account').click();
      await page.getByText('only letters').waitFor();
    },
  },
  {
    name: 'reset-password',
    async show({ page }) {
      await page.getByText('Forgot password?').click();
      await page.getByLabel('Email').fill('ada@example.com');
      await button(page, 'Send link').click();
      await page.getByText('a link is on its way').waitFor();
    },
  },
  {
    name: 'farewell',
    async show({ page }) {
      await page.goto('/#account-deleted');
      await page.getByText('Goodbye').waitFor();
    },
  },
];

/** In the room. The page shows it already. */
export const MEMBER_STATES: readonly State[] = [
  { name: 'welcome', show: ({ page }) => page.getByText('Welcome to the square').waitFor() },
  {
    name: 'room',
    show: ({ page }) => button(page, 'Got it').click(),
  },
  {
    name: 'room-right-to-left',
    show: ({ page }) => page.evaluate(() => void (document.documentElement.dir = 'rtl')),
  },
  {
    name: 'room-forced-colours',
    show: ({ page }) => page.emulateMedia({ forcedColors: 'active' }),
  },
  {
    name: 'room-german',
    async show({ page }) {
      await page.evaluate(() => localStorage.setItem('plaza.language', 'de'));
      await page.reload();
      await page.getByRole('list', { name: 'Nachrichten' }).getByRole('listitem').last().waitFor();
      await page.evaluate(() => localStorage.removeItem('plaza.language'));
    },
  },
  {
    name: 'composer-long',
    async show({ page }) {
      await composer(page).fill(`${'Once upon a time there was a square. '.repeat(55)}\n\nThe end`);
      await page
        .getByText(/characters? (left|over)|Take out/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'composer-refused',
    async show({ page }) {
      await composer(page).fill(' ');
      await button(page, 'Send message').click();
      await page.getByText('Write something first.').first().waitFor();
    },
  },
  {
    name: 'picture',
    async show({ page }) {
      await attach(page, [await hills()]);
      await page.getByLabel('Description of image 1').fill('Hills under a low sun');
      await send(page, 'From this morning’s walk');
      await page.getByRole('button', { name: 'Open image: Hills under a low sun' }).last().click();
      await page.getByRole('dialog').getByRole('img').last().waitFor();
    },
  },
  {
    name: 'offline-queued',
    async show({ page, context }) {
      await context.setOffline(true);
      await send(page, 'From the train: does the night bus still stop at the harbour?');
      await send(page, 'And a second one, for when the tunnel ends.');
      await page.locator('[data-status="queued"]').nth(1).waitFor();
    },
  },
  {
    name: 'account-menu',
    async show({ page }) {
      await button(page, 'Account').click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'change-username',
    async show({ page, other }) {
      await openFromMenu(page, 'Change username');
      await page.getByLabel('New username').fill(other.username);
      await page.getByText('is taken').waitFor();
    },
  },
  {
    name: 'my-messages',
    async show({ page }) {
      await openFromMenu(page, 'My messages');
      await page.getByRole('dialog').getByRole('checkbox').nth(1).check();
    },
  },
  {
    name: 'person',
    async show({ page, other }) {
      await page.goto(`/#/people/${other.uid}`);
      await page
        .getByRole('dialog', { name: other.username })
        .getByRole('listitem')
        .first()
        .waitFor();
    },
  },
  {
    name: 'settings',
    async show({ page }) {
      await openFromMenu(page, 'Account settings');
      await page.getByText('not verified yet').waitFor();
    },
  },
  {
    name: 'change-password',
    async show({ page }) {
      await openFromMenu(page, 'Account settings');
      await button(page, 'Change password').click();
      const dialog = page.getByRole('dialog', { name: 'Change password' });
      await dialog.getByRole('button', { name: 'Change password' }).click();
      await page.getByText('Enter your password.').waitFor();
    },
  },
  {
    name: 'export',
    async show({ page }) {
      await openFromMenu(page, 'Account settings');
      await button(page, 'Export my data').click();
      await page.getByRole('link', { name: 'Part 1 of 1' }).waitFor();
    },
  },
  {
    name: 'delete-account',
    async show({ page }) {
      await openFromMenu(page, 'Account settings');
      await button(page, 'Delete account…').click();
      await page.getByText('Nobody can bring them back').waitFor();
    },
  },
  {
    name: 'report',
    async show({ page, other }) {
      await page.goto(`/#/people/${other.uid}`);
      const panel = page.getByRole('dialog', { name: other.username });
      await panel.getByRole('button', { name: 'Report message' }).first().click();
      await page.getByRole('dialog', { name: 'Report message' }).waitFor();
    },
  },
  {
    name: 'delete-message',
    async show({ page }) {
      await send(page, 'This was meant for another window.');
      const own = page.getByRole('listitem').filter({ hasText: 'This was meant for another' });
      await own.last().hover();
      await own.last().getByRole('button', { name: 'Delete message' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'install-offer',
    async show({ page }) {
      await page.evaluate(() => {
        const event = new Event('beforeinstallprompt', { cancelable: true });
        dispatchEvent(Object.assign(event, { prompt: () => undefined }));
      });
      for (const word of ['One', 'Two', 'Three']) {
        await send(page, `${word}: lovely evening at the harbour`);
      }
      await page.getByText('Install Plaza').waitFor();
    },
  },
];
