/** What the callable functions take and answer. The client reaches them at /api/NAME of its own site. */

/**
 * In the details of an error of `deleteAccount`: the password has to be entered again, because the
 * sign-in is older than `RECENT_SIGN_IN_MS`. Nothing has been deleted.
 */
export const RECENT_SIGN_IN_REQUIRED = 'recent-sign-in-required';

/** `deleteAccount` takes nothing, does what it can in some seconds, and wants to be called until `done`. */
export interface AccountDeletion {
  readonly done: boolean;
  readonly deletedMessages: number;
  readonly remainingMessages: number;
}

/** `exportMyData` takes nothing, begins an export if there is none, and tells how far it is. */
export type DataExport =
  | { readonly state: 'preparing'; readonly messages: number }
  | {
      readonly state: 'ready';
      readonly messages: number;
      /** Zip files. The addresses work without an account, until the export expires. */
      readonly parts: readonly ExportedPart[];
      /** Milliseconds since 1970. */
      readonly expiresAt: number;
    };

export interface ExportedPart {
  readonly url: string;
  readonly bytes: number;
}

/** GET /api/health, with status 200 if `ok`, 503 otherwise. */
export interface Health {
  readonly ok: boolean;
  readonly database: ServiceHealth;
  readonly storage: ServiceHealth;
  /** How long the oldest message that is not delivered has waited; 0 without one, null if not known. */
  readonly backlogSeconds: number | null;
}

export interface ServiceHealth {
  readonly ok: boolean;
  /** For one read. */
  readonly ms: number;
}
