import {
  ARCHIVE,
  archivePath,
  MESSAGES,
  messagePath,
  REPORTS,
  reportPath,
  ROOM,
  SENDERS,
  senderPath,
  UPLOADS,
  uploadPath,
  USERNAMES,
  usernamePath,
  userPath,
  USERS,
} from '@plaza/shared/paths';
import { denied } from '../../../tools/rules/cases.ts';
import { Reference, type Fields } from '../../../tools/rules/firestore-value.ts';
import type { Actor, ListQuery, Request, RulesCase, Write } from '../../../tools/rules/request.ts';
import {
  ADA,
  ADAS_MESSAGE,
  ARCHIVED_MESSAGE,
  BLOCKED,
  BOB,
  BOBS_MESSAGE,
  EDGE,
  FORGED,
  newClaim,
  newLedger,
  newMessage,
  newProfile,
  newReport,
  newUpload,
  NEWCOMER,
  rename,
  report,
  send,
  signUp,
  STRANGER,
  type Person,
} from '../../../tools/rules/world.ts';

const ACTORS: Record<string, Actor> = {
  'a stranger': STRANGER,
  'somebody without a profile': NEWCOMER,
  'the author': ADA,
  'another member': BOB,
  'a blocked member': BLOCKED,
  'a member with forged claims': FORGED,
};

/** Who may, in the order of ACTORS. */
const NOBODY = '. . . . . .';
const SIGNED_IN = '. x x x x x';
const MEMBERS = '. . x x x x';
const AUTHOR = '. . x . . .';
const NEWCOMERS = '. x . . . .';
const UNBLOCKED = '. . x x . x';

type Row = [operation: string, path: string, request: (actor: Person) => Request, who: string];

function get(path: string, who: string): Row {
  return ['gets', path, () => ({ get: path }), who];
}

function list(collection: string, who: string, query: Partial<ListQuery> = {}): Row {
  const what = query.where === undefined ? collection : `one of ${collection}`;
  return ['lists', what, () => ({ list: { collection, limit: 10, ...query } }), who];
}

function commit(
  operation: string,
  path: string,
  writes: (actor: Person) => readonly Write[],
  who: string,
): Row {
  return [operation, path, (actor) => ({ commit: writes(actor) }), who];
}

function create(path: string, fields: Fields): Row {
  return commit('creates', path, () => [{ path, set: fields }], NOBODY);
}

function update(path: string, fields: Fields): Row {
  return commit('updates', path, () => [{ path, update: fields }], NOBODY);
}

function remove(path: string, who: string): Row {
  return commit('deletes', path, () => [{ path, delete: true }], who);
}

/** Each path, and what each operation on it by itself comes to. */
const ROWS: readonly Row[] = [
  ['gets', 'the own profile', ({ uid }) => ({ get: userPath(uid) }), SIGNED_IN],
  get(userPath(ADA.uid), MEMBERS),
  list(USERS, NOBODY),
  list(USERS, NOBODY, { where: ['__name__', new Reference(userPath(ADA.uid))] }),
  commit('signs up at', userPath('{uid}'), signUp, NEWCOMERS),
  commit('signs up at', userPath(ADA.uid), () => signUp({ ...ADA, username: 'Other' }), NOBODY),
  create(userPath('nobody'), newProfile('Nobody')),
  commit('renames', userPath('{uid}'), (actor) => rename(actor, `${actor.username}_2`), MEMBERS),
  commit('renames', userPath(ADA.uid), () => rename(ADA, 'Lovelace'), AUTHOR),
  update(userPath(ADA.uid), { username: 'Other' }),
  remove(userPath(ADA.uid), NOBODY),
  get(`${userPath(ADA.uid)}/private/data`, NOBODY),
  create(`${userPath(ADA.uid)}/private/data`, {}),

  get(usernamePath('ada'), SIGNED_IN),
  get(usernamePath('not_taken'), SIGNED_IN),
  list(USERNAMES, NOBODY),
  list(USERNAMES, NOBODY, { where: ['__name__', new Reference(usernamePath('ada'))] }),
  create(usernamePath('not_taken'), newClaim(ADA.uid)),
  update(usernamePath('ada'), { uid: BOB.uid }),
  remove(usernamePath('ada'), NOBODY),
  get(`${usernamePath('ada')}/private/data`, NOBODY),

  get(senderPath(ADA.uid), AUTHOR),
  list(SENDERS, NOBODY),
  list(SENDERS, NOBODY, { where: ['__name__', new Reference(senderPath(ADA.uid))] }),
  create(senderPath('nobody'), newLedger()),
  update(senderPath(ADA.uid), { count: 0 }),
  remove(senderPath(ADA.uid), NOBODY),
  get(`${senderPath(ADA.uid)}/private/data`, NOBODY),

  get(messagePath(ADAS_MESSAGE), MEMBERS),
  get(messagePath('not-there-not-there-00'), MEMBERS),
  list(MESSAGES, MEMBERS),
  commit('sends', messagePath('{messageId}'), (actor) => send(actor), UNBLOCKED),
  commit('sends with an image', messagePath('{messageId}'), (actor) => send(actor, 1), UNBLOCKED),
  commit("sends in the author's name", messagePath('{messageId}'), () => send(ADA), AUTHOR),
  create(messagePath('without-an-entry-000'), newMessage(ADA)),
  update(messagePath(ADAS_MESSAGE), { text: 'Other' }),
  update(messagePath(ADAS_MESSAGE), { status: 'sent' }),
  remove(messagePath(ADAS_MESSAGE), AUTHOR),
  remove(messagePath('not-there-not-there-00'), NOBODY),

  get(uploadPath(ADAS_MESSAGE, 0), AUTHOR),
  list(UPLOADS, NOBODY, { parent: messagePath(ADAS_MESSAGE) }),
  list(UPLOADS, NOBODY, {
    parent: messagePath(ADAS_MESSAGE),
    where: ['__name__', new Reference(uploadPath(ADAS_MESSAGE, 0))],
  }),
  create(uploadPath(ADAS_MESSAGE, 1), newUpload()),
  update(uploadPath(ADAS_MESSAGE, 0), { bytes: new Uint8Array(1) }),
  remove(uploadPath(ADAS_MESSAGE, 0), NOBODY),
  get(`${uploadPath(ADAS_MESSAGE, 0)}/deeper/one`, NOBODY),

  get(archivePath(ARCHIVED_MESSAGE), MEMBERS),
  list(ARCHIVE, MEMBERS),
  create(archivePath('to-archive-0000000001'), newMessage(ADA)),
  update(archivePath(ARCHIVED_MESSAGE), { text: 'Other' }),
  remove(archivePath(ARCHIVED_MESSAGE), AUTHOR),
  remove(archivePath('not-there-not-there-00'), NOBODY),
  get(`${archivePath(ARCHIVED_MESSAGE)}/uploads/0`, NOBODY),

  get(reportPath(BOBS_MESSAGE, BLOCKED.uid), NOBODY),
  list(REPORTS, NOBODY),
  commit('reports at', reportPath('{messageId}', '{uid}'), (actor) => report(actor), UNBLOCKED),
  create(reportPath(ADAS_MESSAGE, BOB.uid), newReport(ADAS_MESSAGE, BOB)),
  update(reportPath(BOBS_MESSAGE, BLOCKED.uid), { reason: 'other' }),
  remove(reportPath(BOBS_MESSAGE, BLOCKED.uid), NOBODY),

  get(EDGE, MEMBERS),
  list(ROOM, NOBODY),
  list(ROOM, NOBODY, { where: ['__name__', new Reference(EDGE)] }),
  create(`${ROOM}/other`, {}),
  get(`${ROOM}/other`, NOBODY),
  update(EDGE, { keys: {} }),
  remove(EDGE, NOBODY),

  get('anything/else', NOBODY),
  get('anything/edge', NOBODY),
  list('anything', NOBODY),
  create('anything/else', {}),
  remove('anything/else', NOBODY),
];

const ASKED_BY_EVERYBODY: readonly RulesCase[] = ROWS.flatMap(([operation, path, request, who]) =>
  Object.entries(ACTORS).map(([name, actor], index) => {
    const isAllowed = who.split(' ')[index] === 'x';
    return {
      title: `${isAllowed ? 'allowed' : 'denied'}: ${name} ${operation} ${path}`,
      actor,
      request: request({ ...NEWCOMER, ...actor, uid: actor.uid ?? NEWCOMER.uid }),
      allowed: isAllowed,
    };
  }),
);

/** Every operation on every path, by everybody. */
export const ACCESS: readonly RulesCase[] = [
  ...ASKED_BY_EVERYBODY,
  denied(
    'a member creates the edge, when there is none',
    BOB,
    { commit: [{ path: EDGE, set: {} }] },
    { seed: { [EDGE]: null } },
  ),
];
