import { PAGE_MAX_MESSAGES } from '@plaza/shared/limits';
import {
  ARCHIVE,
  MESSAGES,
  messagePath,
  ROOM,
  SENDERS,
  UPLOADS,
  USERNAMES,
  userPath,
  USERS,
} from '@plaza/shared/paths';
import { OracleCommit, type Times } from './oracle-commit.ts';
import type { Actor, Documents, ListQuery, Request } from './request.ts';

/** What the specification says, without a look at the rules. */
export function isRight(before: Documents, actor: Actor, request: Request, times: Times): boolean {
  if (actor.uid === null) return false;
  const uid = actor.uid;
  if ('get' in request) return mayGet(before, uid, request.get);
  if ('list' in request) return mayList(before, uid, request.list);
  return new OracleCommit(before, uid, request.commit, times).isAllowed();
}

function mayGet(before: Documents, uid: string, path: string): boolean {
  const isMember = userPath(uid) in before;
  const [collection = '', id, sub, ...deeper] = path.split('/');
  if (sub !== undefined) {
    const author = before[messagePath(id ?? '')]?.['uid'];
    return collection === MESSAGES && sub === UPLOADS && deeper.length === 1 && author === uid;
  }
  switch (collection) {
    case USERS:
      return isMember || id === uid;
    case USERNAMES:
      return true;
    case SENDERS:
      return id === uid;
    case MESSAGES:
    case ARCHIVE:
      return isMember;
    case ROOM:
      return isMember && id === 'edge';
    default:
      return false;
  }
}

function mayList(before: Documents, uid: string, query: ListQuery): boolean {
  return (
    userPath(uid) in before &&
    (query.collection === MESSAGES || query.collection === ARCHIVE) &&
    query.parent === undefined &&
    query.allDescendants !== true &&
    query.limit !== undefined &&
    query.limit <= PAGE_MAX_MESSAGES &&
    (query.offset ?? 0) === 0
  );
}
