import { writeNow } from './backend-messages.ts';
import { expect, test, uniqueText } from './people.ts';
import { startWatching, stopWatching } from './watched-row.ts';

interface ShiftSource {
  readonly node: Node | null;
  readonly previousRect: DOMRect;
  readonly currentRect: DOMRect;
}

test('[RM39] while messages come, and old ones leave the page, no row shifts; scrolling up finds them', async ({
  join,
}) => {
  await writeNow(Array.from({ length: 30 }, () => uniqueText('Before the flood')));
  const ada = await join('Ada');
  const conversation = ada.page.getByRole('group', { name: 'Conversation' });
  const rows = ada.page.getByRole('list', { name: 'Messages' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await conversation.evaluate(async () => {
    for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame);
    const shifted: string[] = [];
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as (PerformanceEntry & {
        readonly sources: readonly ShiftSource[];
      })[]) {
        for (const { node, previousRect: from, currentRect: to } of sources) {
          const moved = `(${from.x}, ${from.y}) to (${to.x}, ${to.y})`;
          shifted.push(`${node?.nodeName} from ${moved}: ${node?.textContent?.slice(0, 300)}`);
        }
      }
    }).observe({ type: 'layout-shift' });
    Object.assign(window, { shifted });
  });
  const texts: string[] = [];
  for (let round = 0; round < 12; round += 1) {
    const text = uniqueText('In a flood');
    const some = Array.from({ length: 20 }, (_, index) => `${text}, no. ${index}.`);
    texts.push(...some);
    await writeNow(some);
    await expect(ada.messages(`${text}, no. 19.`)).toBeInViewport();
  }
  await expect.poll(() => rows.count()).toBeLessThan(100);
  expect(await ada.page.evaluate(() => Reflect.get(window, 'shifted') as string[])).toEqual([]);

  await startWatching(ada.page);
  await conversation.evaluate((box) => box.scrollBy(0, -500));
  await expect(ada.page.getByRole('button', { name: 'Jump to latest' })).toBeVisible();
  expect(Math.round(await stopWatching(ada.page))).toBe(500);
  await expect(async () => {
    await conversation.evaluate((box) => box.scrollTo(0, 0));
    await expect(ada.messages(texts[0] ?? '')).toBeAttached({ timeout: 100 });
  }).toPass({ intervals: [20] });
});

test('[RM39] a row begins where the one above ends, the gap above a name included', async ({
  join,
}) => {
  const ada = await join('Ada');
  const texts = ['Before', 'Between', 'Behind'].map(uniqueText);
  for (const text of texts) await writeNow([text], text.split(' ')[0]);
  await expect(ada.messages(texts.at(-1) ?? '')).toBeVisible();
  const list = ada.page.getByRole('list', { name: 'Messages' });
  const gaps = await list.evaluate(({ children }) => {
    const boxes = [...children].map((row) => row.getBoundingClientRect());
    return boxes.slice(1).map(({ top }, index) => Math.round(top - (boxes[index]?.bottom ?? 0)));
  });
  expect(gaps.length).toBeGreaterThan(1);
  expect(new Set(gaps)).toEqual(new Set([0]));
});
