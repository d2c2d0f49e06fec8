import { expect, test } from 'vitest';
import { PAGE_MAX_MESSAGES, RENAME_MESSAGES_PER_SECOND_MAX } from '@plaza/shared/limits';
import { pick, randomInt, seededRandom } from '../../../tools/random/seeded-random.ts';
import { renamePace } from './rename-pace.ts';

/** Runs pages that take so long and rename so many. Resolves with when they were committed. */
async function commitTimes(
  pages: readonly { ms: number; renamed: number }[],
  pagesPerTask = Number.POSITIVE_INFINITY,
): Promise<{ at: number; renamed: number }[]> {
  let clock = 0;
  const sleep = (ms: number) => {
    clock += ms;
    return Promise.resolve();
  };
  let pace = renamePace({ now: () => clock, sleep });
  const commits = [];
  for (const [index, { ms, renamed }] of pages.entries()) {
    if (index > 0 && index % pagesPerTask === 0) {
      await pace.end();
      pace = renamePace({ now: () => clock, sleep });
    }
    await pace.inTurn(() => sleep(ms).then(() => ({ renamed })));
    commits.push({ at: clock, renamed });
  }
  return commits;
}

function mostInOneSecond(commits: readonly { at: number; renamed: number }[]): number {
  const sums = commits.map(({ at }) =>
    commits
      .filter((other) => other.at > at - 1_000 && other.at <= at)
      .reduce((sum, { renamed }) => sum + renamed, 0),
  );
  return Math.max(...sums);
}

function pageOf(renamed: number, ms: number): { ms: number; renamed: number } {
  return { ms, renamed };
}

test('[FN19] after a slow page the next ones do not crowd into its second', async () => {
  const pages = [900, 50, 50, 900, 50, 50].map((ms) => pageOf(PAGE_MAX_MESSAGES, ms));
  const commits = await commitTimes(pages);
  expect(mostInOneSecond(commits)).toBe(RENAME_MESSAGES_PER_SECOND_MAX);
});

test('[FN19] pages that are not slow are as many as the average allows', async () => {
  const pages = Array.from({ length: 51 }, () => pageOf(PAGE_MAX_MESSAGES, 500));
  const commits = await commitTimes(pages);
  expect((commits.at(-1)?.at ?? 0) - (commits[0]?.at ?? 0)).toBeCloseTo(50 * 800);
});

test('[FN19] a task waits for the end of its last second, and not without a commit', async () => {
  const pages = [pageOf(PAGE_MAX_MESSAGES, 10), pageOf(0, 10), pageOf(0, 10)];
  const commits = await commitTimes(pages, 1);
  expect(commits.map(({ at }) => at)).toEqual([10, 1_020, 1_030]);
});

test('[FN19] a page that fails counts as if it had been committed', async () => {
  let clock = 0;
  const sleep = (ms: number) => Promise.resolve(void (clock += ms));
  const pace = renamePace({ now: () => clock, sleep });
  await expect(pace.inTurn(() => Promise.reject(new Error('Unanswered.')))).rejects.toThrow(
    'Unanswered.',
  );
  await pace.end();
  expect(clock).toBe(1_000);
});

test.each([1, 2, 3])(
  '[FN19] pages of any size and duration keep the maximum (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const pages = Array.from({ length: 500 }, () =>
      pageOf(
        randomInt(random, 0, PAGE_MAX_MESSAGES),
        pick(random, [5, 40, 200, 700, 900, 1_500] as const),
      ),
    );
    const commits = await commitTimes(pages, 5);
    expect(mostInOneSecond(commits)).toBeLessThanOrEqual(RENAME_MESSAGES_PER_SECOND_MAX);
  },
);
