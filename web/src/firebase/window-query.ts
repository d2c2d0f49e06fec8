import { ARCHIVE } from '@plaza/shared/paths';
import {
  archivedMessages,
  newestMessages,
  olderMessages,
  type QuerySpec,
} from '@plaza/shared/query-spec';
import type { WindowSpec } from './window-members.ts';

export function windowQuery({ collection, before, limit }: WindowSpec): QuerySpec {
  if (collection === ARCHIVE) return archivedMessages(before, limit);
  return before === null ? newestMessages(limit) : olderMessages(before, limit);
}
