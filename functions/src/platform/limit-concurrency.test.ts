import { expect, test } from 'vitest';
import { limitConcurrency } from './limit-concurrency.ts';

test('[FN8] no more than so many run at once, in turn, and a failure frees its place', async () => {
  const inTurn = limitConcurrency(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const results = await Promise.allSettled(
    [1, 2, 3, 4, 5, 6].map((task) =>
      inTurn(async () => {
        started.push(task);
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        if (task % 2 === 0) throw new Error('even');
        return task;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(started).toEqual([1, 2, 3, 4, 5, 6]);
  expect(results.map(({ status }) => status)).toEqual(
    [1, 2, 3, 4, 5, 6].map((task) => (task % 2 === 0 ? 'rejected' : 'fulfilled')),
  );
});
