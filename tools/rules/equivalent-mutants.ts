const TO_THE_MICROSECOND = 'Nobody can ask in the very microsecond in which a time is over.';
const SAME_BEFORE_AND_AFTER = 'The field is none of those that this update may change.';
const NO_WRITE = 'Nothing is written when somebody reads, so before and after are the same.';
const NO_ENTRY = 'It comes with a ledger entry, and that is for something new only.';
const NO_MARK = 'No client writes a mark of a deletion, so before and after are the same.';
const NO_SLASH = 'It is one segment of a path, so there is no slash in it.';

/** Mutants that no question can tell from the rules, by their id, and why. */
export const EQUIVALENT_MUTANTS: Readonly<Record<string, string>> = {
  "isMember: exists(path('users', request.auth.uid)) → existsAfter(path('users', request.auth.uid))":
    NO_WRITE,
  'isPage: request.query.offset in [0, null] → request.query.offset in [0]':
    'The emulator says 0 when there is no offset; no document says what the platform says.',
  'isString: value.toUtf8().size() <= 3 * maxChars → value.toUtf8().size() <= 4 * maxChars':
    'The emulator counts UTF-16 units, which never take more than 3 bytes; the platform may count otherwise.',
  "/users/{uid} create: !exists(path('deletions', uid)) → !existsAfter(path('deletions', uid))":
    NO_MARK,
  "/users/{uid} isRested: request.time >= profile.renamedAt + duration.value(10, 'm') → request.time > profile.renamedAt + duration.value(10, 'm')":
    TO_THE_MICROSECOND,
  "/users/{uid} isUsername: profile.username.matches('[A-Za-z0-9_]{3,20}') → profile.username.matches('[A-Za-z/-9_]{3,20}')":
    'The key is one segment of the path of a claim, so there is no slash in it.',
  "/usernames/{usernameKey} isFree: request.time >= claim.releasedAt + duration.value(30, 'd') → request.time > claim.releasedAt + duration.value(30, 'd')":
    TO_THE_MICROSECOND,
  '/usernames/{usernameKey} isRelease: isSelf(before.uid) → isSelf(after.uid)':
    SAME_BEFORE_AND_AFTER,
  '/senders/{uid} update: !isBlocked(resource.data) → !isBlocked(request.resource.data)':
    SAME_BEFORE_AND_AFTER,
  '/senders/{uid} isBlocked: ledger.blockedUntil > request.time → ledger.blockedUntil >= request.time':
    TO_THE_MICROSECOND,
  "/messages/{messageId} isMessageId: messageId.matches('[A-Za-z0-9-]{20,36}') → messageId.matches('[A-Za-z/-9-]{20,36}')":
    NO_SLASH,
  "/messages/{messageId} isOwnUsername: request.time < profile.renamedAt + duration.value(30, 'd') → request.time <= profile.renamedAt + duration.value(30, 'd')":
    TO_THE_MICROSECOND,
  "/messages/{messageId}/uploads/{index} get: isSelf(get(path('messages', messageId)).data.uid) → isSelf(getAfter(path('messages', messageId)).data.uid)":
    NO_WRITE,
  "/messages/{messageId}: allow create: if isMessageId() && isNewMessage(request.resource.data) && isOwnUsername(request.resource.data.username) && isLedgered(messageId) && !exists(path('archive', messageId)) && !exists(uploadPath(0)); → allow create, update: if isMessageId() && isNewMessage(request.resource.data) && isOwnUsername(request.resource.data.username) && isLedgered(messageId) && !exists(path('archive', messageId)) && !exists(uploadPath(0));":
    NO_ENTRY,
  '/reports/{reportId}: allow create: if isNewReport(request.resource.data) && isLedgered(reportId); → allow create, update: if isNewReport(request.resource.data) && isLedgered(reportId);':
    NO_ENTRY,
};
