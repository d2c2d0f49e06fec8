import { ACCESS } from './access.ts';
import { RELEASED_USERNAMES, SIGNING_UP, USERNAME_FORMS, USERNAMES_HELD } from './accounts.ts';
import { COMBINED_ATTACKS, COST_ATTACKS, LEDGER_ATTACKS } from './attacks.ts';
import { ATTACHMENTS, UPLOADS_CREATED } from './attachments.ts';
import { COPIES } from './copies.ts';
import { LEDGER_ENTRIES, QUOTA } from './ledger.ts';
import { PAGES } from './pages.ts';
import { RENAMES, USERNAMES_CHANGING_HANDS } from './renames.ts';
import { REPORTS_COST, REPORTS_CREATED } from './reports.ts';
import { ARCHIVED_IDS, MESSAGE_IDS, MESSAGES_CREATED, TEXTS } from './sending.ts';
import { SHAPES } from './shapes.ts';

/** Every question that the tests ask of firestore.rules. Mutants of the rules are asked the same. */
export const TABLES = {
  ACCESS,
  COPIES,
  SIGNING_UP,
  USERNAMES_HELD,
  USERNAME_FORMS,
  MESSAGES_CREATED,
  MESSAGE_IDS,
  TEXTS,
  LEDGER_ENTRIES,
  QUOTA,
  PAGES,
  ATTACHMENTS,
  UPLOADS_CREATED,
  REPORTS_CREATED,
  REPORTS_COST,
  RENAMES,
  USERNAMES_CHANGING_HANDS,
  RELEASED_USERNAMES,
  ARCHIVED_IDS,
  SHAPES,
  LEDGER_ATTACKS,
  COMBINED_ATTACKS,
  COST_ATTACKS,
};
