import { afterAll, beforeAll, test, type TestContext } from 'vitest';
import { readCached } from '../../tools/faults/page-scripts.ts';
import { openStage, type Stage } from '../../tools/faults/open-stage.ts';
import { arrive } from '../../tools/faults/run-scenario.ts';
import { SceneRecord } from '../../tools/faults/scene-record.ts';
import { withMark } from '../../tools/faults/story.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

/** Somebody in the room, with one message written before, over a line of their own. */
async function enter({ onTestFinished }: TestContext) {
  const record = new SceneRecord();
  const who = await arrive(stage, record, 0);
  onTestFinished(() => who.leave());
  await who.open(0);
  const { faults } = who.proxy;

  /** Resolves with what waits until it is shown as delivered. */
  async function write(words: string): Promise<() => Promise<void>> {
    const mark = record.nextMark(0);
    const text = withMark(words, mark);
    await who.write(0, text, [], () => record.write({ mark, person: 0, text, pictures: [] }));
    const delivered = who.page(0).locator('[data-status="delivered"]', { hasText: text });
    return () => delivered.waitFor({ timeout: 60_000 });
  }

  async function storedTexts(): Promise<string[]> {
    return (await stage.backstage.messagesOf(who.account)).map(({ message }) => message.text);
  }

  function shownStatuses(): string[] {
    return record.sightings.map(({ status }) => status);
  }

  await (
    await write('Before')
  )();
  return { who, faults, write, storedTexts, shownStatuses };
}

test.concurrent('[FT4] a lost acknowledgement: stored once, and shown as sent', async (context) => {
  const { expect } = context;
  const { faults, write, storedTexts, shownStatuses } = await enter(context);
  faults.loseNextAcknowledgement();
  const untilDelivered = await write('Lost answer');
  await untilDelivered();
  expect(faults.lostAcknowledgements).toBe(1);
  expect(await storedTexts()).toHaveLength(2);
  expect(shownStatuses()).not.toContain('failed');
});

for (const outage of ['cut', 'unavailable', 'stalled'] as const) {
  test.concurrent(`[FT5] ${outage}: a message waits, and arrives afterwards`, async (context) => {
    const { expect } = context;
    const { faults, write, storedTexts, shownStatuses } = await enter(context);
    faults.outage = outage;
    const untilDelivered = await write('Into the void');
    expect(await storedTexts()).toHaveLength(1);
    faults.heal();
    await untilDelivered();
    expect(shownStatuses()).not.toContain('failed');
  });
}

test.concurrent(
  '[FT6] a token that is not taken is replaced, and the message sent',
  async (context) => {
    const { expect } = context;
    const { faults, write, shownStatuses } = await enter(context);
    faults.refuseTokens(Math.floor(Date.now() / 1_000));
    const untilDelivered = await write('With a new token');
    await untilDelivered();
    expect(shownStatuses()).not.toContain('failed');
  },
);

test.concurrent('[FT10] what the cache has of a message can be told', async (context) => {
  const { expect } = context;
  const { who, write } = await enter(context);
  const untilDelivered = await write('To be kept');
  await untilDelivered();
  const [stored] = await stage.backstage.messagesOf(who.account);
  const cached = (messageId: string) => who.page(0).evaluate(readCached, messageId);
  await expect.poll(() => cached(stored?.messageId ?? '')).toMatch(/"updateTime":"20/);
  expect(await cached('nobody-wrote-it')).toBe('nothing');
});

test.concurrent(
  '[SD28] a message refused just after another one arrived is not taken for that one',
  async (context) => {
    const { expect } = context;
    const { who, faults, write, storedTexts } = await enter(context);
    faults.holdsNews = true;
    await write('Accepted');
    await expect.poll(storedTexts).toHaveLength(2);
    await expect.poll(() => faults.answersToWrites).toBe(2);
    await stage.backstage.setRefused(who.account, true);
    const untilDelivered = await write('Refused');
    await expect.poll(() => faults.answersToWrites).toBe(3);
    await stage.backstage.setRefused(who.account, false);
    faults.heal();
    await untilDelivered();
    expect(await storedTexts()).toHaveLength(3);
  },
);

test.concurrent(
  '[FT7] the page is Hosting’s but for the ports of Firestore and Auth',
  async (context) => {
    const { expect } = context;
    const { who } = await enter(context);
    const urls = [`http://${stage.suite.hosting}`, who.proxy.url];
    const [hosting, proxied] = await Promise.all(urls.map((url) => fetch(url)));
    expect(await proxied?.text()).toBe(await hosting?.text());
    const [original = [], rewritten = []] = [hosting, proxied].map((answer) =>
      (answer?.headers.get('content-security-policy') ?? '').split(/[ ;]+/),
    );
    expect(rewritten).toHaveLength(original.length);
    const replaced = original.filter((source, index) => source !== rewritten[index]);
    const { firestore, auth } = stage.suite;
    expect(replaced.toSorted()).toEqual([`http://${auth}`, `http://${firestore}`].toSorted());
  },
);
