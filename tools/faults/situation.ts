import { pick, randomInt, type Random } from '../random/seeded-random.ts';
import type { Deed } from './plan.ts';

const TABS_MAX = 3;
const SKEWS_MS = [-259_200_000, -7_200_000, -90_000, 45_000, 5_400_000, 172_800_000];
const WORDS = [
  'Hello',
  'Is anybody there?',
  'Wait,\nthere is more',
  'Grüße 👋🏽',
  'مرحبا بالجميع',
  '<b>not bold</b> & so on',
  'long '.repeat(300).trim(),
];

type Weights = Readonly<Partial<Record<Deed['do'], number>>>;

/** What of a person's circumstances decides which deeds make sense next. */
export class Situation {
  readonly #open = new Set<number>();
  readonly #frozen = new Set<number>();
  #isOffline = false;
  #isBroken = false;
  #isRefused = false;
  #isRenamed = false;
  #written = 0;

  constructor(tabs: number) {
    for (let tab = 0; tab < tabs; tab += 1) this.#open.add(tab);
  }

  get openTabs(): number[] {
    return [...this.#open];
  }

  /** One of the deeds that the weights name, as far as it makes sense; it has happened then. */
  nextDeed(random: Random, weights: Weights): Deed {
    const possible = this.#possible();
    const kinds = (Object.keys(weights) as Deed['do'][]).filter((kind) => possible[kind]);
    // Without a tab all that makes sense may be unnamed.
    if (kinds.length === 0) return this.#happen(this.#deed(random, 'open'));
    const tickets = kinds.flatMap((kind) => Array<Deed['do']>(weights[kind] ?? 0).fill(kind));
    return this.#happen(this.#deed(random, pick(random, tickets)));
  }

  get #usable(): number[] {
    return this.openTabs.filter((tab) => !this.#frozen.has(tab));
  }

  #possible(): Record<Deed['do'], boolean> {
    const hasTab = this.#usable.length > 0;
    const hasWritten = hasTab && this.#written > 0;
    return {
      write: hasTab,
      'write many': hasTab,
      delete: hasWritten,
      retry: hasWritten,
      reload: hasTab && !this.#isOffline,
      kill: this.#open.size > 0,
      open: this.#open.size < TABS_MAX && !this.#isOffline,
      freeze: this.#usable.length > 1,
      thaw: this.#frozen.size > 0,
      'go offline': !this.#isOffline,
      'go online': this.#isOffline,
      'break network': !this.#isBroken,
      'slow network': !this.#isBroken,
      'mend network': this.#isBroken,
      'cut connections': true,
      'lose acknowledgement': true,
      'refuse token': true,
      'end session': true,
      rename: !this.#isRenamed,
      'refuse messages': !this.#isRefused,
      'accept messages': this.#isRefused,
      'skew clock': true,
      'spend quota': true,
    };
  }

  #deed(random: Random, kind: Deed['do']): Deed {
    switch (kind) {
      case 'write': {
        const pictures = random() < 0.2 ? randomInt(random, 1, 2) : 0;
        return { do: kind, tab: pick(random, this.#usable), words: pick(random, WORDS), pictures };
      }
      case 'write many':
        return { do: kind, tab: pick(random, this.#usable), count: randomInt(random, 4, 7) };
      case 'delete':
        return {
          do: kind,
          tab: pick(random, this.#usable),
          nth: randomInt(random, 0, this.#written - 1),
        };
      case 'retry':
      case 'reload':
      case 'freeze':
        return { do: kind, tab: pick(random, this.#usable) };
      case 'thaw':
        return { do: kind, tab: pick(random, [...this.#frozen]) };
      case 'kill':
        return {
          do: kind,
          tab: pick(random, this.openTabs),
          how: pick(random, ['close', 'crash'] as const),
        };
      case 'open':
        return { do: kind, tab: [0, 1, 2].find((tab) => !this.#open.has(tab)) ?? 0 };
      case 'break network':
        return { do: kind, outage: pick(random, ['cut', 'unavailable', 'stalled'] as const) };
      case 'slow network':
        return {
          do: kind,
          delayMs: randomInt(random, 20, 400),
          bytesPerSecond: pick(random, [8_000, 50_000, Infinity]),
        };
      case 'skew clock':
        return { do: kind, byMs: pick(random, SKEWS_MS) };
      case 'spend quota':
        return { do: kind, left: randomInt(random, -15, 2) };
      case 'go offline':
      case 'go online':
      case 'mend network':
      case 'cut connections':
      case 'lose acknowledgement':
      case 'refuse token':
      case 'end session':
      case 'rename':
      case 'refuse messages':
      case 'accept messages':
        return { do: kind };
    }
  }

  #happen(deed: Deed): Deed {
    switch (deed.do) {
      case 'write':
        this.#written += 1;
        break;
      case 'write many':
        this.#written += deed.count;
        break;
      case 'open':
        this.#open.add(deed.tab);
        break;
      case 'kill':
        this.#open.delete(deed.tab);
        this.#frozen.delete(deed.tab);
        break;
      case 'freeze':
        this.#frozen.add(deed.tab);
        break;
      case 'thaw':
        this.#frozen.delete(deed.tab);
        break;
      case 'go offline':
      case 'go online':
        this.#isOffline = deed.do === 'go offline';
        break;
      case 'break network':
      case 'slow network':
      case 'mend network':
        this.#isBroken = deed.do !== 'mend network';
        break;
      case 'refuse messages':
      case 'accept messages':
        this.#isRefused = deed.do === 'refuse messages';
        break;
      case 'rename':
        this.#isRenamed = true;
        break;
      case 'delete':
      case 'retry':
      case 'reload':
      case 'cut connections':
      case 'lose acknowledgement':
      case 'refuse token':
      case 'end session':
      case 'skew clock':
      case 'spend quota':
        break;
    }
    return deed;
  }
}
