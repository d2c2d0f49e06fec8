/** Every number that Plaza promises or enforces. The security rules repeat some; a test holds each pair together. */

export const EMAIL_MAX_CHARS = 254;
export const PASSWORD_MIN_CHARS = 8;
/** What Firebase Authentication accepts at most. */
export const PASSWORD_MAX_CHARS = 4096;

export const USERNAME_MIN_CHARS = 3;
export const USERNAME_MAX_CHARS = 20;
/** One rename per this long. */
export const RENAME_COOLDOWN_MS = 10 * 60_000;
/** A released username is held for its last owner for this long. */
export const USERNAME_HOLD_MS = 30 * 24 * 60 * 60_000;

/** UTF-16 units, as `length` counts them and `size()` in the rules. */
export const TEXT_MAX_CHARS = 2_000;
/** What a UTF-16 unit takes in UTF-8 at most, so what is short enough in units always is in bytes. */
export const MAX_BYTES_PER_CHAR = 3;

/** A client makes it at random: 20 characters from Firestore, 36 from `randomUUID`. No underscore. */
export const MESSAGE_ID_MIN_CHARS = 20;
export const MESSAGE_ID_MAX_CHARS = 36;

export const ATTACHMENTS_MAX = 4;
/** An upload's bytes. */
export const UPLOAD_MAX_BYTES = 102_400;
export const ALT_MAX_CHARS = 200;
/** Base64 of the longest ThumbHash. */
export const PLACEHOLDER_MAX_CHARS = 48;
/** An attachment's longest side, as its author states it, in pixels. */
export const IMAGE_SIDE_MAX_PX = 10_000;

/** Spreads the (shard, createdAt) index, which takes 500 writes a second for each shard. */
export const SHARD_COUNT = 8;

/** Messages that a person may send at once after a pause. */
export const LEDGER_BURST = 30;
/** Messages a second that a person may send for ever. */
export const LEDGER_RATE_PER_SECOND = 1;

/** The longest page that the rules let a query read. */
export const PAGE_MAX_MESSAGES = 200;
/** The live window of the room. */
export const LIVE_MESSAGES = 50;
