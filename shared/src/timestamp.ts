/** What the web SDK's and the Admin SDK's Timestamp have in common. */
export interface Timestamp {
  /** Since 1970, rounded down. */
  readonly seconds: number;
  /** The rest: microseconds at most, as Firestore keeps no more. */
  readonly nanoseconds: number;
  toMillis(): number;
  /** Sorts as the times do, to the microsecond. */
  valueOf(): string;
}
