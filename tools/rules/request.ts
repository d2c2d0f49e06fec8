import type { Fields, Value } from './firestore-value.ts';

/** Documents by path. */
export type Documents = Readonly<Record<string, Fields>>;

export type Seed = Readonly<Record<string, Fields | null>>;

export type Write =
  | { readonly path: string; readonly set: Fields }
  /** Only these fields, whether or not the document exists. */
  | { readonly path: string; readonly update: Fields }
  | { readonly path: string; readonly delete: true };

export interface ListQuery {
  readonly collection: string;
  /** The document that holds the collection, unless it is at the top. */
  readonly parent?: string;
  readonly allDescendants?: boolean;
  readonly limit?: number;
  readonly offset?: number;
  readonly where?: readonly [field: string, equal: Value];
  /** Asks for their number instead of the documents. */
  readonly count?: boolean;
}

/** What a client may ask of Firestore in one go. */
export type Request =
  { readonly get: string } | { readonly list: ListQuery } | { readonly commit: readonly Write[] };

/** Who asks. Without a uid nobody is signed in. */
export interface Actor {
  readonly uid: string | null;
  /** More in the token than Firebase puts there. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** What somebody asks of the rules. */
export interface Question {
  readonly actor: Actor;
  readonly request: Request;
  /** Instead of the world's documents, or beside them; null leaves one out. */
  readonly seed?: Seed;
  /** How long the seed's times hold: for ever unless given. */
  readonly withinMs?: number;
}

/** A question, and the answer that is right. */
export interface RulesCase extends Question {
  readonly title: string;
  readonly allowed: boolean;
}
