import { followChannels } from '../../tools/browser/follow-channels.ts';
import { expect, test } from './people.ts';

test('[SU13] what a page listened to before its reader signed out is ended', async ({ join }) => {
  const ada = await join('Ada');
  const channels = await followChannels(ada.context);
  await ada.page.reload();
  await ada.expectLoadedRoom();
  await ada.signOut();
  await ada.context.close();
  expect(await channels.end()).toBe(true);
});
