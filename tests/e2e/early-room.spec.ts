import { expect, test, uniqueText } from './people.ts';

const ROOM = '**/assets/member-*.js';

test('[SH25] the room is loaded while Auth asks who is there, and not after signing out', async ({
  join,
}) => {
  const ada = await join('Ada');
  let isAsking = false;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await ada.page.route('**/accounts:lookup**', async (route) => {
    isAsking = true;
    await answered;
    await route.continue();
  });
  const loaded = ada.page.waitForResponse(ROOM);
  await ada.page.reload();
  await loaded;
  await expect.poll(() => isAsking).toBe(true);
  await expect(ada.composer()).toHaveCount(0);
  answer();
  await ada.expectRoom();

  await ada.page.unroute('**/accounts:lookup**');
  await ada.signOut();
  const urls: string[] = [];
  ada.page.on('request', (request) => urls.push(request.url()));
  await ada.page.reload();
  await expect(ada.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(urls.filter((url) => url.includes('/assets/'))).not.toEqual([]);
  expect(urls.filter((url) => url.includes('/member-'))).toEqual([]);
});

test('[SH28] a network that answers nothing does not keep anybody out', async ({ join }) => {
  const ada = await join('Ada');
  const [known, written] = [uniqueText('Before the tunnel'), uniqueText('In the tunnel')];
  await ada.write(known);
  await ada.expectSent(known);
  await ada.page.route(/googleapis\.com|google\.firestore/, () => {});
  await ada.page.reload();
  // Auth itself would go on asking for 30 s.
  await expect(ada.messages(known)).toBeVisible({ timeout: 15_000 });
  await ada.write(written);
  await expect(ada.messages(written)).toBeVisible();
  await ada.page.unrouteAll();
  await ada.expectSent(written);
});
