/** What the web SDK's and the Admin SDK's Timestamp have in common. */
export interface Timestamp {
  toMillis(): number;
  /** Sorts as the times do, to the microsecond. */
  valueOf(): string;
}
