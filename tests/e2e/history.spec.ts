import { archivePath } from '@plaza/shared/paths';
import { db } from './backend.ts';
import { writeNow } from './backend-messages.ts';
import {
  expectAll,
  items,
  scrolled,
  scrollUpTo,
  writeLongAgo,
  type OldMessage,
} from './old-messages.ts';
import { expect, test, uniqueText } from './people.ts';
import { startWatching, stopWatching } from './watched-row.ts';

test('[RM13] [RM19] [RM23] scrolling up shows every message once, moves nothing, and keeps the page small', async ({
  join,
}) => {
  const old = await writeLongAgo(300);
  await writeNow([uniqueText('Just now')]);
  const ada = await join('Ada');
  await expectAll(ada, old);
});

test('[RM42] who comes back finds no hole where this browser remembers what was there', async ({
  join,
}) => {
  const old = await writeLongAgo(200);
  const ada = await join('Ada');
  await expectAll(ada, old);
  await ada.page.reload();
  await ada.expectLoadedRoom();
  await expectAll(ada, old);
});

test('[RM14] pages of a hidden person’s messages do not end the way back', async ({ join }) => {
  // More than three pages of theirs, between what can be seen.
  const isTheirs = (index: number) => index >= 20 && index < 370;
  const old = await writeLongAgo(430, (index) => (isTheirs(index) ? 'chatterbox' : 'others'));
  const ada = await join('Ada');
  await ada.page.goto('/#/people/chatterbox');
  const panel = ada.page.getByRole('dialog', { name: 'Somebody' });
  await panel.getByRole('button', { name: 'Hide messages' }).click();
  await panel.getByRole('button', { name: 'Close' }).click();

  const beyond = ada.page.locator(`[data-message-id="${old[19]?.messageId}"]`);
  await expect(async () => {
    const conversation = ada.page.getByRole('group', { name: 'Conversation' });
    await conversation.evaluate((box) => box.scrollTo(0, 0));
    await expect(beyond).toBeAttached({ timeout: 100 });
  }).toPass({ intervals: [20] });
});

test('[RM19] what changes above, and the size of the window, move nothing', async ({ join }) => {
  const old = await writeLongAgo(160);
  const ada = await join('Ada');
  await scrollUpTo(ada, old[40] as OldMessage);
  const deleted = old[38] as OldMessage;
  const renamed = old[36] as OldMessage;
  await expect(ada.messages(deleted.text).first()).toBeAttached();

  await startWatching(ada.page);
  await db.doc(archivePath(deleted.messageId)).delete();
  await expect(ada.page.locator(`[data-message-id="${deleted.messageId}"]`)).toHaveCount(0);
  await db.doc(archivePath(renamed.messageId)).update({ username: 'A_name_much_longer' });
  const item = ada.page.locator(`[data-message-id="${renamed.messageId}"]`);
  await expect(item).toContainText('A_name_much_longer');
  expect(await stopWatching(ada.page)).toBeLessThanOrEqual(1);

  for (const size of [
    { width: 700, height: 768 },
    { width: 700, height: 420 },
    { width: 1024, height: 768 },
    { width: 320, height: 768 },
    { width: 700, height: 768 },
    { width: 500, height: 340 },
    { width: 1024, height: 1100 },
  ]) {
    await startWatching(ada.page);
    await ada.page.setViewportSize(size);
    await expect.poll(() => ada.page.evaluate(() => window.innerHeight)).toBe(size.height);
    const moved = await stopWatching(ada.page);
    expect(moved, `${size.width} x ${size.height}`).toBeLessThanOrEqual(1);
  }
});

test('[RM19] a window that was small for a while moves nothing as it grows', async ({ join }) => {
  const old = await writeLongAgo(160);
  const ada = await join('Ada');
  await scrollUpTo(ada, old[40] as OldMessage);
  await ada.page.setViewportSize({ width: 500, height: 340 });
  // It becomes the list's stop for Tab, which renders it: rows that are far away may go then.
  const conversation = ada.page.getByRole('group', { name: 'Conversation' });
  await conversation.evaluate(async (box) => {
    const { top } = box.getBoundingClientRect();
    const row = [...box.querySelectorAll('li')].find(
      (item) => item.getBoundingClientRect().top >= top,
    );
    row?.focus({ preventScroll: true });
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  });
  await startWatching(ada.page);
  await ada.page.setViewportSize({ width: 1024, height: 768 });
  await expect.poll(() => ada.page.evaluate(() => window.innerHeight)).toBe(768);
  expect(await stopWatching(ada.page)).toBeLessThanOrEqual(1);
});

test('[RM19] what is rendered before the browser tells of scrolling does not undo it', async ({
  join,
}) => {
  await writeLongAgo(100);
  const ada = await join('Ada', { viewport: { width: 700, height: 420 } });
  await expect.poll(() => scrolled(ada)).toBeGreaterThan(0);
  const conversation = ada.page.getByRole('group', { name: 'Conversation' });
  const undone = await conversation.evaluate(async (box) => {
    const frames = async () => {
      for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    };
    const failures: string[] = [];
    // Up until rows come in above, then down until they go: once told, then not told yet.
    for (let told = 40; told <= 220; told += 20) {
      box.scrollTop -= 420;
      await frames();
      box.scrollTop += told;
      await frames();
      box.scrollTop += 394 - told;
      const { top, bottom } = box.getBoundingClientRect();
      const row = [...box.querySelectorAll('li')].find(
        (item) => item.getBoundingClientRect().bottom > (top + bottom) / 2,
      );
      if (row === undefined) throw new Error('There is no row.');
      const before = row.getBoundingClientRect().top;
      // It becomes the list's stop for Tab, which renders it.
      row.focus({ preventScroll: true });
      await frames();
      const moved = row.getBoundingClientRect().top - before;
      if (Math.abs(moved) > 1) failures.push(`${told} px: ${moved}`);
      box.scrollTop = box.scrollHeight;
      await frames();
    }
    return failures;
  });
  expect(undone).toEqual([]);
});

test('[RM20] [RM21] [RM22] [RM36] [RM38] who is at the end stays there, who is not is told what comes', async ({
  join,
}) => {
  await writeLongAgo(60);
  const ada = await join('Ada');
  const bob = await join('Bob');
  const announced = ada.page.locator('main [aria-live="polite"]');
  const jump = ada.page.getByRole('button', { name: 'Jump to latest' });

  const hello = uniqueText('Hello');
  await bob.write(hello);
  await expect(ada.messages(hello)).toBeInViewport();
  await expect(announced).toContainText(`${bob.username}: ${hello}`);
  await ada.page.setViewportSize({ width: 1024, height: 420 });
  await expect(ada.messages(hello)).toBeInViewport();

  const conversation = ada.page.getByRole('group', { name: 'Conversation' });
  await conversation.evaluate((box) => box.scrollTo(0, 0));
  await expect(jump).toBeVisible();
  await startWatching(ada.page);
  const [one, two] = [uniqueText('One'), uniqueText('Two')];
  await bob.write(one);
  await bob.write(two);
  await expect(jump).toHaveAccessibleName(/2 new messages/);
  expect(await stopWatching(ada.page)).toBeLessThanOrEqual(1);
  await jump.click();
  await expect(ada.messages(two)).toBeInViewport();
  await expect(jump).toHaveCount(0);

  await items(ada).first().scrollIntoViewIfNeeded();
  await expect(jump).toBeVisible();
  const own = uniqueText('My own');
  await ada.write(own);
  await expect(ada.messages(own)).toBeInViewport();
  await ada.expectSent(own);
  await expect(announced).not.toContainText(own);
});

test('[RM38] what was there, what scrolling loads and own messages are not announced', async ({
  join,
}) => {
  const old = await writeLongAgo(120);
  const ada = await join('Ada');
  const bob = await join('Bob');
  const before = uniqueText('Before');
  await bob.write(before);
  await bob.expectSent(before);
  await ada.page.addInitScript(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    new MutationObserver(() => {
      const live = document.querySelector('main [aria-live="polite"]');
      spoken.push(live?.textContent ?? '');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await ada.page.reload();
  await ada.expectLoadedRoom();
  await expect(ada.messages(before)).toBeVisible();
  await scrollUpTo(ada, old[60] as OldMessage);
  const own = uniqueText('My own');
  await ada.write(own);
  await ada.expectSent(own);
  const after = uniqueText('After');
  await bob.write(after);
  const announced = ada.page.locator('main [aria-live="polite"]');
  await expect(announced).toContainText(after);

  const spoken = await ada.page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
  const said = [...new Set(spoken)].filter((text) => text !== '');
  expect(said).toEqual([`${bob.username}: ${after}`]);
  const list = ada.page.getByRole('list', { name: 'Messages' });
  const live = list.locator('xpath=ancestor-or-self::*[@aria-live or @role="log"]');
  await expect(live).toHaveCount(0);
});

test('[RM22] what is written in another tab leaves the reader where they are', async ({ join }) => {
  const old = await writeLongAgo(60);
  const ada = await join('Ada');
  const other = await ada.openTab();
  await ada.page.bringToFront();
  await scrollUpTo(ada, old[30] as OldMessage);
  await startWatching(ada.page);
  const text = uniqueText('From the other tab');
  await other.write(text);
  await other.expectStatus(text, 'delivered');
  await expect(ada.page.getByRole('button', { name: 'Jump to latest' })).toBeVisible();
  expect(await stopWatching(ada.page)).toBeLessThanOrEqual(1);
});

test('[RM28] the unread line is set on leaving, and stays where it is after coming back', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const before = uniqueText('Before');
  await bob.write(before);
  await expect(ada.messages(before)).toBeVisible();
  const line = (text: string) => ada.messages(text).getByText('New messages');
  // What is in view is noted a moment later, and kept on leaving.
  const messageId = (await ada.messages(before).getAttribute('data-message-id')) ?? '';
  const leave = (id: string) => {
    window.dispatchEvent(new Event('pagehide'));
    return Object.entries(localStorage).some(
      ([key, place]) => key.startsWith('plaza.seen.') && String(place).includes(id),
    );
  };
  await expect.poll(() => ada.page.evaluate(leave, messageId)).toBe(true);
  await ada.page.goto('about:blank');
  const [first, second] = [uniqueText('While away'), uniqueText('While away, too')];
  await bob.write(first);
  await bob.write(second);
  await bob.expectSent(second);
  await ada.page.goto('/');
  await expect(line(first)).toBeVisible();
  const third = uniqueText('While here');
  await bob.write(third);
  await expect(ada.messages(third)).toBeVisible();
  await expect(line(first)).toBeVisible();
  await expect(ada.page.getByText('New messages', { exact: true })).toHaveCount(1);
});

test('[RM24] [RM25] the list by keyboard; deleting leaves the focus at the next message', async ({
  join,
}) => {
  const ada = await join('Ada');
  const texts = [uniqueText('First'), uniqueText('Second'), uniqueText('Third')] as const;
  for (const text of texts) await ada.write(text);
  await ada.expectSent(texts[2]);

  await ada.composer().focus();
  await ada.page.getByRole('group', { name: 'Conversation' }).focus();
  await ada.page.keyboard.press('End');
  await ada.page.keyboard.press('Tab');
  const focused = ada.page.locator('[data-message-id]:focus');
  await expect(focused).toHaveCount(1);
  // Others may have written since.
  while ((await focused.filter({ hasText: texts[2] }).count()) === 0) {
    await ada.page.keyboard.press('ArrowUp');
  }
  await ada.page.keyboard.press('ArrowUp');
  await expect(ada.messages(texts[1])).toBeFocused();
  await ada.page.keyboard.press('Tab');
  const remove = ada.messages(texts[1]).getByRole('button', { name: 'Delete message' });
  await expect(remove).toBeFocused();
  await ada.page.keyboard.press('Enter');
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(ada.messages(texts[1])).toHaveCount(0);
  await expect(ada.messages(texts[2])).toBeFocused();
});
