import { markIn, markOf, type Item, type Sighting, type Story, type Written } from './story.ts';

const CONFIRMED = new Set(['sent', 'delivered']);

/** Other processes may have used the same suite before: the time tells theirs and ours apart. */
let lastRun = Date.now() % 1_000_000_000;

/** What is noted while a scenario runs. */
export class SceneRecord {
  readonly written: Written[] = [];
  readonly sightings: Sighting[] = [];
  readonly deleted = new Set<string>();
  readonly retried = new Set<string>();
  readonly refused = new Set<string>();
  readonly log: string[] = [];
  /** Sets its people and messages apart from those of all other scenarios. */
  readonly run: number;
  readonly #refusedPeople = new Set<number>();
  readonly #startedAt = Date.now();

  constructor() {
    lastRun += 1;
    this.run = lastRun;
  }

  say(line: string): void {
    this.log.push(`${((Date.now() - this.#startedAt) / 1_000).toFixed(2).padStart(6)} ${line}`);
  }

  marksOf(person: number): string[] {
    return this.written.filter((one) => one.person === person).map(({ mark }) => mark);
  }

  /** How many pictures this person has sent. */
  picturesOf(person: number): number {
    return this.written
      .filter((one) => one.person === person)
      .reduce((sum, { pictures }) => sum + pictures.length, 0);
  }

  nextMark(person: number): string {
    return markOf(this.run, person, this.marksOf(person).length + 1);
  }

  write(written: Written): void {
    this.written.push(written);
    if (this.#refusedPeople.has(written.person)) this.refused.add(written.mark);
  }

  see(person: number, tab: number, items: readonly Item[]): void {
    for (const item of items) {
      const mark = markIn(item.content);
      if (mark === null || !this.#isOwn(mark)) continue;
      this.sightings.push({ person, ...item });
      if (mark.split('-')[1] === String(person))
        this.say(`${person}/${tab} sees ${mark} ${item.status}`);
    }
  }

  /** From now on the rules refuse all of this person's that is not confirmed. */
  beginRefusing(person: number): void {
    this.#refusedPeople.add(person);
    const confirmed = new Set(
      this.sightings
        .filter(({ status }) => CONFIRMED.has(status))
        .map(({ content }) => markIn(content)),
    );
    for (const mark of this.marksOf(person)) if (!confirmed.has(mark)) this.refused.add(mark);
  }

  endRefusing(person: number): void {
    this.#refusedPeople.delete(person);
  }

  isRefusing(person: number): boolean {
    return this.#refusedPeople.has(person);
  }

  /** Only this scenario's. */
  ofThis<T extends { readonly content: string }>(items: readonly T[]): T[] {
    return items.filter(({ content }) => {
      const mark = markIn(content);
      return mark !== null && this.#isOwn(mark);
    });
  }

  tell(end: Pick<Story, 'stored' | 'screens' | 'sentAgain'>): Story {
    const { written, sightings, deleted, retried, refused } = this;
    return { written, sightings, deleted, retried, refused, ...end };
  }

  #isOwn(mark: string): boolean {
    return mark.startsWith(`${this.run}-`);
  }
}
