import { uidOf } from './backend.ts';
import { expect, test } from './people.ts';

test('[PE9] whom one hides is listed in the settings, and shown again there', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { page } = ada;
  await page.goto(`/#/people/${await uidOf(bob.username)}`);
  const panel = page.getByRole('dialog', { name: bob.username });
  await panel.getByRole('button', { name: 'Hide messages' }).click();
  await expect(panel.getByRole('button', { name: 'Show messages' })).toBeFocused();

  await page.goto('/#/settings');
  const settings = page.getByRole('dialog', { name: 'Account settings' });
  const hidden = settings.getByRole('list', { name: 'Hidden people' });
  await expect(hidden.getByRole('listitem')).toContainText([bob.username]);
  await hidden.getByRole('button', { name: `Show messages of ${bob.username}` }).click();
  await expect(settings).toContainText('You see everybody’s messages');
});
