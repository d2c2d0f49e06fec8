import { TEXT_MAX_CHARS } from '@plaza/shared/limits';
import { senderPath } from '@plaza/shared/paths';
import { setBackgroundTriggers } from '../../tools/suite/set-background-triggers.ts';
import { db, uidOf } from './backend.ts';
import { publish } from './backend-messages.ts';
import { expect, test, uniqueText } from './people.ts';
import { recordStatuses, seenStatuses } from './status-recorder.ts';

test('[SD1] a message sent offline is queued, then sent, then delivered, and seen once', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('From the tunnel');
  await ada.context.setOffline(true);
  await ada.write(text);
  await ada.expectStatus(text, 'queued');

  await recordStatuses(ada.page, text);
  // Else the page may be told in one that the message was taken and published.
  await setBackgroundTriggers(process.env, 'disable');
  try {
    await ada.context.setOffline(false);
    await ada.expectStatus(text, 'sent');
  } finally {
    await setBackgroundTriggers(process.env, 'enable');
  }
  await publish(text);
  await ada.expectStatus(text, 'delivered');
  const order = await seenStatuses(ada.page);
  expect(order.filter((status) => status !== 'sending')).toEqual(['queued', 'sent', 'delivered']);
  await expect(bob.messages(text)).toHaveCount(1);
});

test('[SD23] what is told of a waiting message takes no room at first', async ({ join }) => {
  const ada = await join('Ada');
  const [before, waiting] = [uniqueText('Before'), uniqueText('Waiting')];
  // It has the name above it.
  await ada.write(uniqueText('First'));
  await ada.write(before);
  await ada.expectStatus(before, 'delivered');
  await ada.context.setOffline(true);
  await ada.write(waiting);
  await ada.expectStatus(waiting, 'queued');

  const heightAt = (milliseconds: number) =>
    ada.messages(waiting).evaluate((row, time) => {
      for (const animation of row.getAnimations({ subtree: true })) animation.currentTime = time;
      return row.getBoundingClientRect().height;
    }, milliseconds);
  const usual = await ada.messages(before).evaluate((row) => row.getBoundingClientRect().height);
  expect(await heightAt(299)).toBe(usual);
  expect(await heightAt(400)).toBeGreaterThan(usual);
});

for (const [what, text, message] of [
  ['an empty message', '', 'Write something'],
  ['white space', ' \n\u00a0\u200b ', 'Write something'],
  ['2,001 characters', 'x'.repeat(TEXT_MAX_CHARS + 1), 'Take out 1 character'],
] as const) {
  test(`[SD2] ${what}: refused beside the field, and kept in it`, async ({ join }) => {
    const ada = await join('Ada');
    await ada.write(text);
    await expect(ada.composer()).toHaveAccessibleDescription(new RegExp(message));
    await expect(ada.composer()).toHaveValue(text);
    await expect(ada.composer()).toBeFocused();
  });
}

test('[SD2] a message of exactly 2,000 characters is sent', async ({ join }) => {
  const ada = await join('Ada');
  const text = uniqueText('Long').padEnd(TEXT_MAX_CHARS, 'x');
  await ada.write(text);
  await ada.expectStatus(text, 'delivered');
});

test('[SD2] how much room is left shows with each key, and is read out now and then', async ({
  join,
}) => {
  const ada = await join('Ada');
  const status = ada.page.getByRole('form', { name: 'Write' }).getByRole('status');
  const fillUp = (left: number) => ada.composer().fill('x'.repeat(TEXT_MAX_CHARS - left));
  const expectBoth = async (shown: RegExp, said: RegExp) => {
    await expect(ada.composer()).toHaveAccessibleDescription(shown);
    await expect(status).toHaveText(said);
  };
  await fillUp(201);
  await expectBoth(/^$/, /^$/);
  await fillUp(150);
  await expectBoth(/^150 characters/, /^150 characters/);
  await ada.composer().press('End');
  await ada.composer().press('x');
  await expectBoth(/^149 characters/, /^150 characters/);
  await fillUp(50);
  await expectBoth(/^50 characters/, /^50 characters/);
  await fillUp(-1);
  await expectBoth(/Take out 1 character/, /Take out 1 character/);
  await ada.composer().press('End');
  await ada.composer().press('x');
  await expectBoth(/Take out 2 characters/, /Take out 1 character/);
  await ada.composer().press('Enter');
  await expectBoth(/Take out 2 characters/, /Take out 2 characters/);
});

test('[SD3] Enter sends, Shift+Enter breaks the line', async ({ join }) => {
  const ada = await join('Ada');
  const first = uniqueText('First line');
  await ada.composer().pressSequentially(first);
  await ada.composer().press('Shift+Enter');
  await ada.composer().pressSequentially('second line');
  await ada.composer().press('Enter');
  await expect(ada.messages(first)).toContainText(`${first}\nsecond line`);
  await expect(ada.composer()).toHaveValue('');
});

test('[SD34] a message whose ledger is removed while it waits fails, and can be retried', async ({
  join,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Without a ledger');
  await ada.context.setOffline(true);
  await ada.write(text);
  await ada.expectStatus(text, 'queued');
  const ledger = db.doc(senderPath(await uidOf(ada.username)));
  const kept = (await ledger.get()).data() ?? {};
  await ledger.delete();
  await ada.context.setOffline(false);
  await ada.expectStatus(text, 'failed');

  await ledger.set(kept);
  await ada.messages(text).getByRole('button', { name: 'Retry' }).click();
  await ada.expectStatus(text, 'delivered');
});
