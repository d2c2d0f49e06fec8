import { setTimeout as sleep } from 'node:timers/promises';
import { byTime, type StoredMessage } from './backstage.ts';
import { isShownAsSent } from './checks.ts';
import { readCached } from './page-scripts.ts';
import { readPage } from './participant.ts';
import type { Scene } from './perform-step.ts';
import type { Screen, Stored } from './story.ts';

/**
 * What has not moved for so many looks is stuck: a minute, or more where looking itself takes long,
 * because the machine is busy.
 */
const PATIENCE_LOOKS = 120;
const POLL_MS = 500;
const LOOKS_PER_TOUCH = 10;
/** What has not come to rest by then never does. */
const LOOKS_MAX = 300;

/** All is well again: the line, the rules, the accounts; and everybody is in the room. */
export async function heal({ people, backstage, record }: Scene): Promise<void> {
  record.say('healing');
  await Promise.all(
    people.map(async (who, person) => {
      who.proxy.faults.heal();
      await who.setOffline(false);
      await who.thawAll();
      await backstage.setDisabled(who.account, false);
      if (record.isRefusing(person)) await backstage.setRefused(who.account, false);
      record.endRefusing(person);
      if (who.tabs.length === 0) await who.open(0);
      await Promise.all(who.tabs.map(([, page]) => who.enter(page)));
    }),
  );
}

/** Waits until nothing is on its way, and tells what is where then, or when nothing moves any more. */
export async function settle(scene: Scene): Promise<{ stored: Stored[]; screens: Screen[] }> {
  let screens = await readScreens(scene);
  let messages: Awaited<ReturnType<typeof readMessages>> = [];
  let before = '';
  let still = 0;
  for (let looks = 0; still < PATIENCE_LOOKS && looks < LOOKS_MAX; looks += 1) {
    if (screens.every(isAtRest)) {
      messages = await readMessages(scene);
      if (isSettled(screens, messages)) return tellEnd(scene, messages, screens);
    }
    // What the emulator has missed to tell, no fault of the product's, it tells then.
    if (looks % LOOKS_PER_TOUCH === LOOKS_PER_TOUCH - 1)
      await scene.backstage.touchNewest().catch(() => {});
    await sleep(POLL_MS);
    screens = await readScreens(scene);
    await mendUntruths(scene, messages, screens);
    const now = momentOf(screens, messages);
    still = now === before ? still + 1 : 0;
    before = now;
  }
  messages = await readMessages(scene);
  await tellCached(scene, messages, screens);
  return tellEnd(scene, messages, screens);
}

/** What somebody lacks because the emulator has said that it is not there comes with its own next change only. */
async function mendUntruths(
  { people, backstage, record }: Scene,
  messages: readonly StoredMessage[],
  screens: readonly Screen[],
): Promise<void> {
  for (const { screen, stored } of missingOn(screens, messages)) {
    const { messageId, version } = stored;
    const { person, tab } = screen;
    if (people[person]?.proxy.untruths.has(messageId, version) !== true) continue;
    if (!(await backstage.touch(stored))) continue;
    record.say(`${person}/${tab} was told that ${messageId} is not there`);
  }
}

/** Notes what the cache has of stored messages that a screen lacks. */
async function tellCached(
  { people, record }: Scene,
  messages: readonly StoredMessage[],
  screens: readonly Screen[],
): Promise<void> {
  for (const { screen, stored } of missingOn(screens, messages)) {
    const { person, tab } = screen;
    const { messageId, version } = stored;
    const cached = await people[person]?.page(tab).evaluate(readCached, messageId).catch(String);
    const changedAt = `${version.seconds} s ${version.nanoseconds} ns`;
    record.say(`${person}/${tab} lacks ${messageId} of ${changedAt}; its cache has ${cached}`);
  }
}

function missingOn(
  screens: readonly Screen[],
  messages: readonly StoredMessage[],
): { screen: Screen; stored: StoredMessage }[] {
  return screens.flatMap((screen) => {
    const shown = new Set(screen.items.map(({ messageId }) => messageId));
    return messages
      .filter(({ messageId }) => !shown.has(messageId))
      .map((stored) => ({ screen, stored }));
  });
}

async function tellEnd(
  { backstage }: Scene,
  messages: Awaited<ReturnType<typeof readMessages>>,
  screens: Screen[],
): Promise<{ stored: Stored[]; screens: Screen[] }> {
  const stored = await Promise.all(
    messages.map(async ({ person, messageId, message }) => ({
      messageId,
      person,
      text: message.text,
      pictures: await backstage.picturesOf(message),
    })),
  );
  return { stored, screens };
}

/** What moves as messages do; a countdown does not count. */
function momentOf(screens: readonly Screen[], messages: readonly StoredMessage[]): string {
  const shown = screens.map(({ items }) =>
    items.map(({ messageId, status, buttons }) => [messageId, status, buttons]),
  );
  return JSON.stringify([shown, messages.map(({ messageId, message }) => [messageId, message])]);
}

/** It shows nothing that is on its way. */
function isAtRest({ items }: Screen): boolean {
  return items.every(({ status }) => status === 'delivered' || status === 'failed');
}

/** Everything has been published, everybody sees that and no more, and nobody waits for anything. */
function isSettled(screens: readonly Screen[], messages: readonly StoredMessage[]): boolean {
  const stored = messages.map(({ messageId }) => messageId);
  return (
    messages.every(({ message }) => message.status === 'delivered') &&
    screens.every(({ items }) => {
      const shown = items.filter((item) => item.status === 'delivered' && isShownAsSent(item));
      const failed = items.filter(({ status }) => status === 'failed');
      return (
        shown.length + failed.length === items.length &&
        shown.length === stored.length &&
        shown.every(({ messageId }) => stored.includes(messageId))
      );
    })
  );
}

async function readMessages({
  people,
  backstage,
}: Scene): Promise<(StoredMessage & { person: number })[]> {
  const found = await Promise.all(
    people.map(async ({ account }, person) =>
      (await backstage.messagesOf(account)).map((stored) => ({ ...stored, person })),
    ),
  );
  return found.flat().toSorted(byTime);
}

function readScreens({ people, record }: Scene): Promise<Screen[]> {
  const tabs = people.flatMap((who, person) =>
    who.tabs.map(([tab, page]) => ({ person, tab, page })),
  );
  return Promise.all(
    tabs.map(async ({ person, tab, page }) => {
      const { items, draft } = await readPage(page);
      return { person, tab, items: record.ofThis(items), draft };
    }),
  );
}
