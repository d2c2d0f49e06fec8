import {
  BLOCK_FIRST_MS,
  BLOCK_MAX_MS,
  BLOCKS_FORGOTTEN_MS,
  QUOTA_IMAGES_PER_HOUR,
  QUOTA_IMAGES_PER_MINUTE,
  QUOTA_MESSAGES_PER_HOUR,
  QUOTA_MESSAGES_PER_MINUTE,
} from '@plaza/shared/limits';

/** How many, by window: `minute29384732` counts minutes since 1970. */
export type Counts = Readonly<Record<string, number>>;

/** quotas/{uid}. Counts are only ever added to, so the order in which messages come is no matter. */
export interface Quota {
  readonly messages: Counts;
  readonly images: Counts;
  /** Blocks without a quiet day between them. */
  readonly blocks: number;
  /** Milliseconds since 1970. */
  readonly blockedUntil: number;
}

export const NEW_QUOTA: Quota = { messages: {}, images: {}, blocks: 0, blockedUntil: 0 };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const WINDOWS = [
  {
    name: 'minute',
    ms: MINUTE_MS,
    messages: QUOTA_MESSAGES_PER_MINUTE,
    images: QUOTA_IMAGES_PER_MINUTE,
  },
  { name: 'hour', ms: HOUR_MS, messages: QUOTA_MESSAGES_PER_HOUR, images: QUOTA_IMAGES_PER_HOUR },
] as const;

function windowKey(name: string, index: number): string {
  return `${name}${index}`;
}

/** The windows in which something of the time `at` counts. */
export function windowKeys(at: number): string[] {
  return WINDOWS.map(({ name, ms }) => windowKey(name, Math.floor(at / ms)));
}

/** Field paths of the windows that no limit looks at any more. */
export function staleKeys({ messages, images }: Quota, now: number): string[] {
  const live = new Set(
    WINDOWS.flatMap(({ name, ms }) => [
      windowKey(name, Math.floor(now / ms)),
      windowKey(name, Math.floor(now / ms) - 1),
    ]),
  );
  const staleOf = (field: string, counts: Counts) =>
    Object.keys(counts)
      .filter((key) => !live.has(key))
      .map((key) => `${field}.${key}`);
  return [...staleOf('messages', messages), ...staleOf('images', images)];
}

/**
 * The block that a message of the time `at` brings upon its author, or null. A message from before
 * the end of a block was sent without knowing of it, and makes it no longer. The same message again
 * finds the block that it brought, so it brings one at most. `sentUntil` is when the author last sent
 * something.
 */
export function nextBlock(
  quota: Quota,
  at: number,
  sentUntil = at,
): Pick<Quota, 'blocks' | 'blockedUntil'> | null {
  if (at < quota.blockedUntil || !isOverLimit(quota, at, sentUntil)) return null;
  const isForgotten = at > quota.blockedUntil + BLOCKS_FORGOTTEN_MS;
  const blocks = isForgotten ? 1 : quota.blocks + 1;
  const blockMs = Math.min(BLOCK_MAX_MS, BLOCK_FIRST_MS * 2 ** (blocks - 1));
  return { blocks, blockedUntil: at + blockMs };
}

function isOverLimit(quota: Quota, at: number, sentUntil: number): boolean {
  return WINDOWS.some(
    (window) =>
      rollingCount(quota.messages, window, at, sentUntil) > window.messages ||
      rollingCount(quota.images, window, at, sentUntil) > window.images,
  );
}

/**
 * The number in the window's time before the last one in the window of `at`, as if those of the window
 * before had come evenly. It can't be told for `at` itself: the count has the later ones, too.
 */
function rollingCount(
  counts: Counts,
  { name, ms }: { readonly name: string; readonly ms: number },
  at: number,
  sentUntil: number,
): number {
  const index = Math.floor(at / ms);
  const current = counts[windowKey(name, index)] ?? 0;
  const previous = counts[windowKey(name, index - 1)] ?? 0;
  const last = Math.min(Math.max(at, sentUntil), (index + 1) * ms);
  return current + previous * (1 - (last / ms - index));
}
