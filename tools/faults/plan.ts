import { pick, randomInt, seededRandom, type Random } from '../random/seeded-random.ts';
import { Situation } from './situation.ts';
import { THEME_NAMES, THEMES, type Theme } from './themes.ts';

/** A scenario, whole: the same seed gives the same. */
export interface Plan {
  readonly seed: number;
  readonly theme: Theme;
  /** Without, the SDK keeps all in memory, for each tab; the outbox has a disk all the same. */
  readonly hasCache: boolean;
  /** How many tabs each person opens at the start. */
  readonly tabs: readonly number[];
  readonly steps: readonly Step[];
}

/** Something that a person does, or that happens to one, a moment after the step before. */
export type Step = Deed & { readonly person: number; readonly afterMs: number };

interface InTab {
  readonly tab: number;
}

export type Deed =
  | ({ readonly do: 'write'; readonly words: string; readonly pictures: number } & InTab)
  | ({ readonly do: 'write many'; readonly count: number } & InTab)
  /** What has failed is discarded instead, and every other that waits is cancelled. `nth`: of those that this person wrote. */
  | ({ readonly do: 'delete'; readonly nth: number } & InTab)
  | ({ readonly do: 'retry' } & InTab)
  | ({ readonly do: 'reload' | 'open' } & InTab)
  /** The tab is gone from one moment to the next. */
  | ({ readonly do: 'kill'; readonly how: 'close' | 'crash' } & InTab)
  /** The tab stands still, holding what it holds; and goes on. */
  | ({ readonly do: 'freeze' | 'thaw' } & InTab)
  | { readonly do: 'go offline' | 'go online' | 'cut connections' | 'mend network' }
  | { readonly do: 'break network'; readonly outage: 'cut' | 'unavailable' | 'stalled' }
  | { readonly do: 'slow network'; readonly delayMs: number; readonly bytesPerSecond: number }
  | { readonly do: 'lose acknowledgement' | 'refuse token' | 'rename' }
  /** Ended from elsewhere: the page notices when its token expires. */
  | { readonly do: 'end session' }
  | { readonly do: 'refuse messages' | 'accept messages' }
  | { readonly do: 'skew clock'; readonly byMs: number }
  /** As after messages from another device: so many are left before the limit, or missing. */
  | { readonly do: 'spend quota'; readonly left: number };

/** The first person begins with several. */
const THEMES_OF_TABS: readonly Theme[] = ['many tabs', 'no cache'];
const STEPS_MIN = 12;
const STEPS_MAX = 18;
const PAUSES_MS = [0, 0, 50, 200, 600, 1_500];

export function planFrom(seed: number): Plan {
  const random = seededRandom(seed);
  const theme = pick(random, THEME_NAMES);
  const first = new Situation(
    THEMES_OF_TABS.includes(theme) ? randomInt(random, 2, 3) : tabCount(random),
  );
  const others = Array.from({ length: randomInt(random, 1, 2) }, () => {
    return new Situation(tabCount(random));
  });
  const people = [first, ...others];
  const tabs = people.map(({ openTabs }) => openTabs.length);

  const steps: Step[] = [];
  const length = randomInt(random, STEPS_MIN, STEPS_MAX);
  while (steps.length < length) {
    // Most of it happens to the first person: things go wrong where troubles meet.
    const one = random() < 0.6 ? first : pick(random, people);
    const deed = one.nextDeed(random, THEMES[theme]);
    steps.push({ ...deed, person: people.indexOf(one), afterMs: pick(random, PAUSES_MS) });
  }
  return { seed, theme, hasCache: theme !== 'no cache', tabs, steps };
}

function tabCount(random: Random): number {
  return pick(random, [1, 1, 2]);
}
