import { expect, test } from './people.ts';

test('[SH9] a network that leads nowhere is told after a grace period, and its end at once', async ({
  join,
}) => {
  const ada = await join('Ada');
  const connection = ada.page.getByRole('status', { name: 'Connection' });
  await ada.page.route('**/google.firestore*/**', (route) => route.abort());
  await ada.page.reload();
  await expect(connection).toHaveText('Online');
  await expect(connection).toHaveText('Reconnecting…');
  await ada.page.unrouteAll();
  await expect(connection).toHaveText('Online', { timeout: 30_000 });
});
