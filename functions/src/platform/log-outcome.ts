import { info } from 'firebase-functions/logger';

/** docs/observability.md makes counters of those that tell how Plaza is. */
export type OutcomeName =
  | 'delivered'
  | 'already-delivered'
  | 'gone'
  | 'replaced'
  | 'rejected'
  | 'blocked'
  | 'removed'
  | 'moved'
  | 'renamed'
  | 'reconciled'
  | 'account-deleted'
  | 'exported';

/** Ids, numbers and codes: never a text, a name, an e-mail address, a token or bytes. */
export interface OutcomeLabels {
  readonly ms: number;
  readonly messageId?: string;
  readonly uid?: string;
  readonly reason?: string;
  /** How many, where one line stands for several. */
  readonly count?: number;
}

/** One structured line: `outcome` is what metrics select by. */
export function logOutcome(outcome: OutcomeName, labels: OutcomeLabels): void {
  info(outcome, { outcome, ...labels });
}
