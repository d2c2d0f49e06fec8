import { forgetEverybody } from './backend.ts';
import { expect, test, uniqueText } from './people.ts';

test('[RM1] [RM2] [AC2] two people talk, and a reload keeps what was said', async ({ join }) => {
  const ada = await join('Ada');
  const bob = await join('Bob');

  const hello = uniqueText('Hello Bob');
  await ada.write(hello);
  await expect(bob.messages(hello)).toContainText(ada.username);

  const answer = uniqueText('Hello Ada');
  await bob.write(answer);
  await expect(ada.messages(answer)).toContainText(bob.username);

  await ada.page.reload();
  await expect(ada.messages(hello)).toHaveCount(1);
  await expect(ada.messages(answer)).toHaveCount(1);
});

test('[RM3] deleting an own message, after confirming, removes it for everybody', async ({
  join,
}) => {
  const ada = await join('Ada');
  const bob = await join('Bob');
  const text = uniqueText('Not meant for here');
  await ada.write(text);
  await expect(bob.messages(text)).toHaveCount(1);
  await expect(bob.messages(text).getByRole('button', { name: 'Delete message' })).toHaveCount(0);

  await ada.messages(text).getByRole('button', { name: 'Delete message' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(ada.messages(text)).toHaveCount(1);

  await ada.messages(text).getByRole('button', { name: 'Delete message' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(ada.messages(text)).toHaveCount(0);
  await expect(bob.messages(text)).toHaveCount(0);
});

/** Whether each of its characters is to the right of the one before. */
function runsToTheRight(element: Element): boolean {
  const range = document.createRange();
  const lefts = Array.from(element.textContent, (_, index) => {
    range.setStart(element.firstChild as Text, index);
    range.setEnd(element.firstChild as Text, index + 1);
    return range.getBoundingClientRect().left;
  });
  return lefts.every((left, index) => index === 0 || left > (lefts[index - 1] ?? left));
}

test('[RM32] [RM34] a link opens in a new tab, and tells the other side nothing; it reads from left to right, as code does', async ({
  join,
  baseURL,
}) => {
  const ada = await join('Ada');
  const text = uniqueText('Look here:');
  const url = `${baseURL}/icon.svg`;
  await ada.write(`${text} ${url}`);
  const link = ada.messages(text).getByRole('link', { name: url });
  await expect(link).toHaveAttribute('rel', /\bnoopener noreferrer\b/);
  const opening = ada.context.waitForEvent('page');
  await link.click();
  const tab = await opening;
  await tab.waitForLoadState();
  expect(tab.url()).toBe(url);
  const told = await tab.evaluate(() => ({
    isOpened: window.opener !== null,
    referrer: document.referrer,
  }));
  expect(told).toEqual({ isOpened: false, referrer: '' });
  await expect(ada.messages(text)).toBeVisible();
  await tab.close();

  const rightToLeft = uniqueText('שלום');
  await ada.write(`${rightToLeft} \`foo()\` ${baseURL}/`);
  const message = ada.messages(rightToLeft);
  const code = message.getByText('foo()');
  expect(await code.evaluate(runsToTheRight)).toBe(true);
  const address = message.getByRole('link', { name: `${baseURL}/` });
  expect(await address.evaluate(runsToTheRight)).toBe(true);
});

test('[RM4] without IndexedDB the room works from memory, and says so', async ({ join, visit }) => {
  const ada = await join('Ada');
  const bob = await visit('Bob');
  await bob.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked for the test', 'SecurityError');
    };
  });
  await bob.signUp();
  await expect(bob.page.getByRole('alert')).toContainText('does not let Plaza keep data');
  const text = uniqueText('From memory');
  await bob.write(text);
  await expect(ada.messages(text)).toHaveCount(1);
});

test('[RM4] where all site data is blocked the room works from memory, too', async ({
  join,
  visit,
}) => {
  const ada = await join('Ada');
  const bob = await visit('Bob');
  await bob.context.addInitScript(() => {
    function refuse(): never {
      throw new DOMException('blocked for the test', 'SecurityError');
    }
    IDBFactory.prototype.open = refuse;
    Storage.prototype.getItem = refuse;
    Storage.prototype.setItem = refuse;
    Object.defineProperty(window, 'BroadcastChannel', { value: refuse });
    LockManager.prototype.request = () => Promise.resolve().then(refuse);
  });
  await bob.signUp();
  await expect(bob.page.getByRole('alert')).toContainText('does not let Plaza keep data');
  const text = uniqueText('From memory');
  await bob.write(text);
  await expect(ada.messages(text)).toHaveCount(1);
});

test('[RM5] the connection state is told in words', async ({ join }) => {
  const ada = await join('Ada');
  const connection = ada.page.getByRole('status', { name: 'Connection' });
  await expect(connection).toHaveText('Online');
  await ada.context.setOffline(true);
  await expect(connection).toContainText('Offline');
});

test('[RM10] after a night in which the device slept, yesterday’s messages are under Yesterday', async ({
  join,
}) => {
  await forgetEverybody();
  const ada = await join('Ada');
  await ada.page.clock.install();
  await ada.page.reload();
  await ada.expectLoadedRoom();
  const text = uniqueText('Good night');
  await ada.write(text);
  await ada.expectSent(text);
  const day = ada.messages(text).getByRole('heading');
  await expect(day).toHaveText('Today');
  // No timer goes on meanwhile.
  await ada.page.clock.setSystemTime(Date.now() + 24 * 60 * 60_000);
  await expect(day).toHaveText('Yesterday');
});
