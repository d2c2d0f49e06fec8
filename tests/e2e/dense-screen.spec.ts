import { writeNow } from './backend-messages.ts';
import { expect, test, uniqueText } from './people.ts';

const PIXEL = 1 / 3;

// What a page is told of an emulated dense screen does not make it scroll by less than a pixel of CSS.
test.use({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      const args = ['--force-device-scale-factor=3', '--window-size=700,420'];
      await provide({ ...launchOptions, args: [...(launchOptions.args ?? []), ...args] });
    },
    { scope: 'worker' },
  ],
});

test('[RM45] who scrolls slowly on a dense screen gets ahead, from the end and further up', async ({
  join,
}) => {
  await writeNow(Array.from({ length: 40 }, () => uniqueText('Before')));
  const ada = await join('Ada', { viewport: null });
  const last = uniqueText('Last line');
  await ada.write(last);
  await ada.expectStatus(last, 'delivered');
  const conversation = ada.page.getByRole('group', { name: 'Conversation' });
  const scrollSlowly = (isDrawnMeanwhile: boolean) =>
    conversation.evaluate(
      async (box, { step, isDrawnMeanwhile }) => {
        const rows = [...box.querySelectorAll('li')].slice(-2);
        const top = () => rows[0]?.getBoundingClientRect().top ?? 0;
        const before = top();
        for (let steps = 0; steps < 60; steps += 1) {
          box.scrollTop -= step;
          // Draws the list again, with another row that Tab reaches.
          if (isDrawnMeanwhile) rows[steps % 2]?.focus({ preventScroll: true });
          await new Promise(requestAnimationFrame);
        }
        return top() - before;
      },
      { step: 2 * PIXEL, isDrawnMeanwhile },
    );
  expect(Math.abs((await scrollSlowly(false)) - 40)).toBeLessThanOrEqual(1);
  await expect(ada.page.getByRole('button', { name: 'Jump to latest' })).toBeVisible();
  expect(Math.abs((await scrollSlowly(true)) - 40)).toBeLessThanOrEqual(1);
});
