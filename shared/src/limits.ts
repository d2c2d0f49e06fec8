/**
 * Numbers that several parts know or that limit people. The security rules repeat some; a test holds
 * each pair together.
 */

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
/** What somebody may pick: a larger file, or one with more pixels, could take more memory than there is. */
export const IMAGE_FILE_MAX_BYTES = 50_000_000;
export const IMAGE_FILE_MAX_PIXELS = 100_000_000;
/** An upload's bytes. */
export const UPLOAD_MAX_BYTES = 102_400;
export const ALT_MAX_CHARS = 200;
/** Base64 of the longest ThumbHash. */
export const PLACEHOLDER_MAX_CHARS = 48;
/** A published image's bytes, as the pipeline encodes it. */
export const IMAGE_MAX_BYTES = 102_400;
/** A frame of more pixels is not decoded; an animation of more in all becomes its first frame. */
export const IMAGE_MAX_PIXELS = 25_000_000;
/** An animation with more frames becomes its first one. */
export const IMAGE_MAX_FRAMES = 120;
/** What the pipeline gives an image, and its thumbnail, before it rejects it as too slow. */
export const IMAGE_MAX_SECONDS = 10;
/** What it may take all the same: a decoder that has begun is not interrupted. */
export const IMAGE_OVERRUN_SECONDS = 2;
/** A JPEG that goes over its pixels more often is too slow: encoders do it about ten times. */
export const JPEG_MAX_SCANS = 50;
/** A published image's longest side. */
export const PUBLISHED_SIDE_MAX_PX = 2_048;
/** A thumbnail's longest side; twice as much, for dense screens, where that fits the bytes. */
export const THUMBNAIL_SIDE_PX = 320;
export const THUMBNAIL_DENSE_MAX_BYTES = 30_720;
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
/** The live window of the room, and the least that somebody sees on entering. */
export const LIVE_MESSAGES = 50;
/** What somebody sees on entering: this long, and no more messages than that. */
export const ENTERING_MS = 10 * 60_000;
export const ENTERING_MESSAGES_MAX = 200;
/** What scrolling up loads at a time. */
export const HISTORY_PAGE_MESSAGES = 100;

/** A ledger with more unspent messages than this is brought back to `LEDGER_BURST`. */
export const LEDGER_CREDIT_MAX = 2 * LEDGER_BURST;

/**
 * Rolling limits of one person. More than that sets `blockedUntil`; what was sent stays. In a minute the
 * rules and the cap let 120 through, and what goes out before the cap is set.
 */
export const QUOTA_MESSAGES_PER_MINUTE = 180;
export const QUOTA_MESSAGES_PER_HOUR = 1_800;
/** As many as a message a second has, each with all that it may have. */
export const QUOTA_IMAGES_PER_MINUTE = 240;
export const QUOTA_IMAGES_PER_HOUR = 600;
/** The first block; each further one is twice as long, up to the maximum. */
export const BLOCK_FIRST_MS = 60_000;
export const BLOCK_MAX_MS = 60 * 60_000;
/** Without a block for this long, the next one is a first one again. */
export const BLOCKS_FORGOTTEN_MS = 24 * 60 * 60_000;

/** Messages that all renames together rewrite in a second, on average and at most. */
export const RENAME_MESSAGES_PER_SECOND = 250;
export const RENAME_MESSAGES_PER_SECOND_MAX = 400;

/** How old a sign-in may be for what cannot be undone. */
export const RECENT_SIGN_IN_MS = 5 * 60_000;
/** An export can be downloaded for this long. */
export const EXPORT_KEPT_MS = 60 * 60_000;
/** Larger ones come in several files. */
export const EXPORT_PART_MESSAGES = 2_000;
export const EXPORT_PART_BYTES = 50_000_000;
