/** What one scenario left behind: only what people did and saw, and what the server holds. */
export interface Story {
  /** In the order in which each person wrote. */
  readonly written: readonly Written[];
  /** Everything that any screen showed of any message, in time. */
  readonly sightings: readonly Sighting[];
  /** Marks of messages that their author deleted or discarded, and saw disappear. */
  readonly deleted: ReadonlySet<string>;
  /** Marks of messages that their author sent again after they had failed. */
  readonly retried: ReadonlySet<string>;
  /** Marks of messages that were on their way while the rules refused everything. */
  readonly refused: ReadonlySet<string>;
  /** Ids of messages that two tabs had under way at once, although nothing had happened to either. */
  readonly sentAgain: readonly string[];
  /** Messages of the scenario's people, in the order of their `createdAt`. */
  readonly stored: readonly Stored[];
  /** Every open tab after all had healed. */
  readonly screens: readonly Screen[];
}

export interface Written {
  /** Stands in the text, and in no other. */
  readonly mark: string;
  readonly person: number;
  readonly text: string;
  /** The colour of each picture. */
  readonly pictures: readonly string[];
}

export interface Item {
  readonly messageId: string;
  readonly status: string;
  /** All that is written in the list item. */
  readonly content: string;
  /** What its buttons say. */
  readonly buttons: readonly string[];
}

export interface Sighting extends Item {
  readonly person: number;
}

export interface Stored {
  readonly messageId: string;
  readonly person: number;
  readonly text: string;
  /** What became of each picture: the colour of its middle, or why there is none. */
  readonly pictures: readonly string[];
}

export interface Screen {
  readonly person: number;
  readonly tab: number;
  /** From top to bottom. */
  readonly items: readonly Item[];
  /** What stands in the composer. */
  readonly draft: string;
}

const MARK = /«(\d+-\d+-\d+)»/;

export function markOf(run: number, person: number, count: number): string {
  return `${run}-${person}-${count}`;
}

export function withMark(words: string, mark: string): string {
  return `${words} «${mark}»`;
}

/** `null` where nobody of a scenario wrote it. */
export function markIn(text: string): string | null {
  return MARK.exec(text)?.[1] ?? null;
}
