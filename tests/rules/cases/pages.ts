import { PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import { ARCHIVE, MESSAGES, messagePath, UPLOADS } from '@plaza/shared/paths';
import { allowed, denied } from '../../../tools/rules/cases.ts';
import type { ListQuery, RulesCase } from '../../../tools/rules/request.ts';
import { ADA, ADAS_MESSAGE, BOB, NEWCOMER, newMessage } from '../../../tools/rules/world.ts';

function pagesOf(collection: string): RulesCase[] {
  function page(query: Omit<ListQuery, 'collection'>): { list: ListQuery } {
    return { list: { collection, ...query } };
  }
  const limit = PAGE_MAX_MESSAGES;
  const path = `${collection}/from-a-former-member-01`;
  return [
    denied(
      `${collection}: an own one, without a profile`,
      NEWCOMER,
      { get: path },
      { seed: { [path]: newMessage(NEWCOMER) } },
    ),
    allowed(`${collection}: the longest page`, BOB, page({ limit })),
    denied(`${collection}: a longer page`, BOB, page({ limit: limit + 1 })),
    denied(`${collection}: without a limit`, BOB, page({})),
    allowed(`${collection}: an offset of nothing`, BOB, page({ limit, offset: 0 })),
    denied(`${collection}: an offset`, BOB, page({ limit, offset: 1 })),
    denied(`${collection}: the own ones without a limit`, ADA, page({ where: ['uid', ADA.uid] })),
    denied(`${collection}: counted without a limit`, BOB, page({ count: true })),
    denied(`${collection}: a collection-group query`, BOB, page({ limit, allDescendants: true })),
    denied(
      `${collection}: below a document`,
      BOB,
      page({ limit, parent: messagePath(ADAS_MESSAGE) }),
    ),
  ];
}

export const PAGES: readonly RulesCase[] = [
  ...pagesOf(MESSAGES),
  ...pagesOf(ARCHIVE),
  denied('a collection-group query of uploads', ADA, {
    list: { collection: UPLOADS, limit: 1, allDescendants: true },
  }),
];
