import { forgetEverybody } from './backend.ts';
import { writeNow } from './backend-messages.ts';
import { expect, test, uniqueText } from './people.ts';

test('[PE8] [PE9] [SH24] a name leads to its person, whose messages can be hidden and shown', async ({
  join,
}) => {
  const ada = await join('Ada', { viewport: { width: 700, height: 420 } });
  const bob = await join('Bob');
  const { page } = ada;
  const before = uniqueText('Before');
  await bob.write(before);
  await bob.expectSent(before);
  await writeNow(Array.from({ length: 10 }, (_, line) => uniqueText(`Line ${line}`)));
  const last = uniqueText('Last line');
  await ada.write(last);
  await ada.expectSent(last);

  const name = ada.messages(before).getByRole('link', { name: bob.username });
  await name.scrollIntoViewIfNeeded();
  const top = () => name.evaluate((link) => link.getBoundingClientRect().top);
  const placed = await top();
  await name.press('Enter');
  const panel = page.getByRole('dialog', { name: bob.username });
  await expect(panel.getByRole('listitem')).toContainText([before]);
  await panel.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(panel).toBeHidden();
  await expect(name).toBeFocused();
  expect(Math.abs((await top()) - placed)).toBeLessThanOrEqual(1);

  await name.press('Enter');
  await panel.getByRole('button', { name: 'Report message' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Report message' })).toBeVisible();
  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(name).toBeFocused();

  await name.press('Enter');
  await panel.getByRole('button', { name: 'Hide messages' }).press('Enter');
  await expect(panel.getByRole('button', { name: 'Show messages' })).toBeFocused();
  await page.keyboard.press('Escape');
  const conversation = page.getByRole('group', { name: 'Conversation' });
  await expect(conversation).toBeFocused();
  await page.setViewportSize({ width: 1024, height: 1200 });
  await conversation.press('End');
  await expect(ada.messages(last)).toBeInViewport();
  await expect(ada.messages(before)).toHaveCount(0);
  const after = uniqueText('After');
  await bob.write(after);
  await bob.expectSent(after);
  const own = uniqueText('Later still');
  await ada.write(own);
  await ada.expectSent(own);
  await expect(ada.messages(after)).toHaveCount(0);

  await page.goto('/#/settings');
  const settings = page.getByRole('dialog', { name: 'Account settings' });
  const hidden = settings.getByRole('list', { name: 'Hidden people' });
  await expect(hidden.getByRole('listitem')).toContainText([bob.username]);
  await hidden.getByRole('button', { name: `Show messages of ${bob.username}` }).click();
  await expect(settings).toContainText('You see everybody’s messages');
  await settings.getByRole('button', { name: 'Close' }).click();
  await expect(ada.messages(before)).toHaveCount(1);
  await expect(ada.messages(after)).toHaveCount(1);
});

test('[PE11] a room of hidden people’s messages alone says that it is one', async ({ join }) => {
  await forgetEverybody();
  const ada = await join('Ada');
  const bob = await join('Bob');
  const { page } = ada;
  await expect(page.getByText('The square is still empty')).toBeVisible();
  const text = uniqueText('All alone');
  await bob.write(text);
  await ada.messages(text).getByRole('link', { name: bob.username }).click();
  const panel = page.getByRole('dialog', { name: bob.username });
  await panel.getByRole('button', { name: 'Hide messages' }).click();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('group', { name: 'Conversation' })).toBeFocused();
  await expect(ada.messages(text)).toHaveCount(0);
  await expect(page.getByText('Nothing that you want to see')).toBeVisible();
  await expect(page.getByText('The square is still empty')).toHaveCount(0);
});

test('[PE11] [RM14] where older messages are still to come it says that instead', async ({
  join,
}) => {
  await forgetEverybody();
  // More than are loaded on entering.
  for (let page = 0; page < 4; page += 1) {
    await writeNow(
      Array.from({ length: 80 }, () => uniqueText('Chatter')),
      'Chatterbox',
    );
  }
  const ada = await join('Ada');
  const { page } = ada;
  await page.goto('/#/people/chatterbox');
  const panel = page.getByRole('dialog', { name: 'Chatterbox' });
  await expect(panel.getByRole('listitem').first()).toBeVisible();
  await ada.context.setOffline(true);
  await panel.getByRole('button', { name: 'Hide messages' }).click();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('Older messages come as soon as you are back online')).toBeVisible();
  await expect(page.getByText('Nothing that you want to see')).toHaveCount(0);
  await ada.context.setOffline(false);
  await expect(page.getByText('Nothing that you want to see')).toBeVisible();
  await expect(page.getByText('This is where Plaza begins')).toHaveCount(0);
});
