import { readFile } from 'node:fs/promises';
import { PROJECT_ID } from '../../tools/suite/suite.ts';
import { loadRules } from '../../tools/rules/firestore-emulator.ts';
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

test('[SH29] who is in the room stays there while the server does not tell their profile', async ({
  join,
}) => {
  const ada = await join('Ada');
  const rules = await readFile('firestore.rules', 'utf8');
  const allowed = 'allow get: if isSelf(uid) || isMember();';
  expect(rules).toContain(allowed);
  const project = {
    address: process.env['FIRESTORE_EMULATOR_HOST'] ?? '',
    projectId: PROJECT_ID,
  };
  const connection = ada.page.getByRole('status', { name: 'Connection' });
  try {
    await loadRules(project, rules.replace(allowed, ''));
    await ada.page.reload();
    await expect(connection).toHaveText('Reconnecting…');
    // Longer than it takes to ask again.
    await ada.page.waitForTimeout(4_000);
    await ada.expectRoom();
  } finally {
    await loadRules(project, rules);
  }
  await expect(connection).toHaveText('Online');
  await ada.expectRoom();
});
