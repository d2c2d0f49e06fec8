import {
  PAGE_MAX_MESSAGES,
  RENAME_MESSAGES_PER_SECOND,
  RENAME_MESSAGES_PER_SECOND_MAX,
} from '@plaza/shared/limits';

const SECOND_MS = 1_000;

export interface Clock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export interface RenamePace {
  /** Renames a page when its turn has come. Resolves with what the page does. */
  inTurn<T extends { readonly renamed: number }>(page: () => Promise<T>): Promise<T>;
  /** Resolves when nobody who begins then, and knows nothing of this, can be too fast. */
  end(): Promise<void>;
}

/**
 * Lets pages through at `RENAME_MESSAGES_PER_SECOND` on average, counted from where a page begins, so
 * that what it takes is no time lost; and at most `RENAME_MESSAGES_PER_SECOND_MAX` in any one second,
 * counted from where it is known to be committed.
 */
export function renamePace({ now, sleep }: Clock): RenamePace {
  let commits: { readonly at: number; readonly renamed: number }[] = [];
  let due = now();

  async function sleepUntil(time: number): Promise<void> {
    if (time > now()) await sleep(time - now());
  }

  /** From when on a whole page fits into the second that it ends. */
  function roomFrom(): number {
    let renamed = 0;
    for (const commit of commits.toReversed()) {
      renamed += commit.renamed;
      if (renamed > RENAME_MESSAGES_PER_SECOND_MAX - PAGE_MAX_MESSAGES)
        return commit.at + SECOND_MS;
    }
    return due;
  }

  return {
    async inTurn(page) {
      await sleepUntil(Math.max(due, roomFrom()));
      const startedAt = now();
      // Unless it is known to be fewer: what fails may have been committed all the same.
      let renamed = PAGE_MAX_MESSAGES;
      try {
        const done = await page();
        renamed = done.renamed;
        return done;
      } finally {
        commits = commits.filter(({ at }) => at > now() - SECOND_MS);
        if (renamed > 0) commits.push({ at: now(), renamed });
        due = startedAt + (renamed * SECOND_MS) / RENAME_MESSAGES_PER_SECOND;
      }
    },
    async end() {
      const last = commits.at(-1);
      if (last !== undefined) await sleepUntil(last.at + SECOND_MS);
    },
  };
}
