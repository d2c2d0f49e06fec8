import { writeNow } from './backend-messages.ts';
import { expect, test, uniqueText } from './people.ts';

test('[RM46] what goes while it has the focus gives it to the conversation; what has lost it before takes none', async ({
  join,
}) => {
  await writeNow(Array.from({ length: 30 }, () => uniqueText('Before')));
  const ada = await join('Ada', { viewport: { width: 700, height: 420 } });
  const { page } = ada;
  const conversation = page.getByRole('group', { name: 'Conversation' });
  const jump = page.getByRole('button', { name: 'Jump to latest' });
  await conversation.evaluate((box) => box.scrollBy(0, -300));
  await jump.press('Enter');
  await expect(jump).toHaveCount(0);
  await expect(conversation).toBeFocused();

  await page.getByRole('list', { name: 'Messages' }).getByRole('listitem').last().focus();
  await page.getByRole('heading', { name: 'Plaza' }).click();
  await expect(page.locator('body')).toBeFocused();
  const text = uniqueText('After');
  await writeNow([text]);
  await expect(ada.messages(text)).toBeInViewport();
  await expect(page.locator('body')).toBeFocused();
});

test('[SH27] the arrow keys keep clear of the top, where notices float', async ({ join }) => {
  await writeNow(Array.from({ length: 40 }, () => uniqueText('Before')));
  const { page } = await join('Ada', { viewport: { width: 700, height: 500 } });
  await page.getByRole('list', { name: 'Messages' }).getByRole('listitem').last().focus();
  const top = (await page.getByRole('group', { name: 'Conversation' }).boundingBox())?.y ?? 0;
  for (let step = 0; step < 15; step += 1) {
    await page.keyboard.press('ArrowUp');
    const row = await page.locator('li:focus').boundingBox();
    expect(row?.y).toBeGreaterThanOrEqual(top + 90);
  }
});

test('[RM24] the list is two stops for Tab, also with long lines of code and messages that wait', async ({
  join,
}) => {
  const ada = await join('Ada');
  const { page } = ada;
  const code = uniqueText('Long code');
  await ada.write(`${code}\n\`\`\`\n${'x'.repeat(300)}\n\`\`\``);
  await ada.expectSent(code);
  await page.reload();
  await ada.expectLoadedRoom();
  await expect(ada.messages(code)).toBeInViewport();
  await ada.context.setOffline(true);
  const last = uniqueText('Third');
  for (const text of [uniqueText('First'), uniqueText('Second'), last]) {
    await ada.write(text);
    await ada.expectWaiting(text);
  }

  await page.getByRole('group', { name: 'Conversation' }).focus();
  await page.keyboard.press('Tab');
  await expect(ada.messages(last)).toBeFocused();
  for (const name of ['Edit', 'Cancel sending', 'Delete message']) {
    await page.keyboard.press('Tab');
    await expect(ada.messages(last).getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Attach images' })).toBeFocused();
});
