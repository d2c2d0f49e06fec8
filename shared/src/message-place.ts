import type { MessageCursor } from './query-spec.ts';

/** Sorts as the messages of the room do: by the server's time, then by id. */
export function placeFrom({ createdAt, messageId }: MessageCursor): string {
  return `${createdAt.valueOf()} ${messageId}`;
}
