import type { Timestamp } from './timestamp.ts';

export const REPORT_REASONS = ['spam', 'harassment', 'illegal', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** reports/{messageId}_{uid}: created once by the reporter, read by the backend only. */
export interface Report {
  readonly messageId: string;
  readonly uid: string;
  readonly reason: ReportReason;
  readonly createdAt: Timestamp;
}
