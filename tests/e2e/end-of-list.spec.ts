import { LIVE_MESSAGES } from '@plaza/shared/limits';
import { writeNow } from './backend-messages.ts';
import { expect, test, uniqueText, type Person } from './people.ts';
import { startWatching, stopWatching } from './watched-row.ts';

function frames({ page }: Person, count: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
  }, count);
}

test('[RM20] who is at the end stays there when a notice goes as the window gets narrower', async ({
  join,
}) => {
  const ada = await join('Ada', { viewport: { width: 900, height: 420 } });
  const text = (words: string) => uniqueText(`${words}. ${'So it goes. '.repeat(12)}`);
  await writeNow(Array.from({ length: 8 }, (_, line) => text(`Line ${line}`)));
  const last = text('Last line');
  await ada.write(last);
  await ada.expectSent(last);
  await expect(ada.messages(last)).toBeInViewport();

  // Both before the next frame, as when a phone is turned while a notice goes.
  await ada.page.getByRole('button', { name: 'Got it' }).evaluate(async (button: HTMLElement) => {
    button.click();
    await Promise.resolve();
    document.body.getBoundingClientRect();
    document.body.style.inlineSize = '360px';
  });
  await frames(ada, 2);
  await expect(ada.messages(last)).toBeInViewport({ ratio: 0.9 });
  await expect(ada.page.getByRole('button', { name: 'Jump to latest' })).toHaveCount(0);
});

test('[RM20] who scrolls away from the end gets away, also if the list changes before the browser tells, until a taller window shows it', async ({
  join,
}) => {
  const ada = await join('Ada', { viewport: { width: 700, height: 420 } });
  await writeNow(Array.from({ length: 12 }, (_, line) => uniqueText(`Line ${line}`)));
  const last = uniqueText('Last line');
  await ada.write(last);
  await ada.expectSent(last);

  const conversation = ada.page.getByRole('group', { name: 'Conversation' });
  const movedDown = await conversation.evaluate(async (box) => {
    const top = () => box.querySelector('li:last-child')?.getBoundingClientRect().top ?? 0;
    const before = top();
    box.scrollBy(0, -10);
    // Draws the list again, with another row that Tab reaches.
    box.querySelector<HTMLElement>('li')?.focus({ preventScroll: true });
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
    return top() - before;
  });
  expect(Math.round(movedDown)).toBe(10);

  const later = uniqueText('Later');
  const bob = await join('Bob');
  await bob.write(later);
  await expect(ada.messages(later)).not.toBeInViewport();
  await expect(ada.page.getByRole('button', { name: /1 new message/ })).toBeVisible();

  await ada.page.setViewportSize({ width: 700, height: 900 });
  await expect(ada.page.getByRole('button', { name: 'Jump to latest' })).toHaveCount(0);
  const afterwards = uniqueText('Afterwards');
  await bob.write(afterwards);
  await expect(ada.messages(afterwards)).toBeInViewport();
});

test('[RM15] [RM20] what came during a nap is shown to whoever was at the end; whoever read on is led there', async ({
  join,
}) => {
  /** One that is the newest, after more than the live window holds. */
  async function writeSome(words: string): Promise<string> {
    await writeNow(Array.from({ length: LIVE_MESSAGES + 20 }, () => uniqueText(words)));
    const newest = uniqueText(words);
    await writeNow([newest]);
    return newest;
  }
  await writeSome('Before');
  const ada = await join('Ada');
  const conversation = ada.page.getByRole('group', { name: 'Conversation' });
  const jump = ada.page.getByRole('button', { name: 'Jump to latest' });

  async function nap(words: string): Promise<string> {
    await ada.context.setOffline(true);
    const newest = await writeSome(words);
    await ada.context.setOffline(false);
    return newest;
  }

  await expect(ada.messages(await nap('Meanwhile'))).toBeInViewport();
  await expect(jump).toHaveCount(0);

  await conversation.evaluate((box) => box.scrollBy(0, -600));
  await expect(jump).toBeVisible();
  await startWatching(ada.page);
  const newest = await nap('Later');
  await expect(jump).toHaveAccessibleName(/at least \d+ new messages/);
  expect(await stopWatching(ada.page)).toBeLessThanOrEqual(1);
  await jump.click();
  await expect(ada.messages(newest)).toBeInViewport();
  await expect(jump).toHaveCount(0);
});

test('[RM20] who is at the end stays there while a draft gets longer, also where a field does not grow by itself', async ({
  join,
}) => {
  await writeNow(Array.from({ length: 30 }, () => uniqueText('Before')));
  const ada = await join('Ada', { viewport: { width: 700, height: 420 } });
  await ada.page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...args: [string, string?]) =>
      args[0] !== 'field-sizing' && supports(...(args as [string, string]));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('textarea { field-sizing: fixed !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  await ada.page.reload();
  await ada.expectLoadedRoom();
  const last = uniqueText('Last line');
  await ada.write(last);
  await ada.expectSent(last);
  await expect(ada.messages(last)).toBeInViewport();

  const height = () => ada.composer().evaluate((box: HTMLElement) => box.offsetHeight);
  const before = await height();
  for (const key of ['Shift+Enter', 'Shift+Enter', 'Shift+Enter', 'x', 'y', 'z']) {
    await ada.composer().press(key);
    await frames(ada, 2);
  }
  expect(await height()).toBeGreaterThan(before + 40);
  await expect(ada.messages(last)).toBeInViewport({ ratio: 0.9 });
  await expect(ada.page.getByRole('button', { name: 'Jump to latest' })).toHaveCount(0);
  const hidden = ada.composer().evaluate((box) => box.scrollHeight - box.clientHeight);
  expect(await hidden).toBe(0);
});
