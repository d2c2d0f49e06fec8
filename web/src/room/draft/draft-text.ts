import { readLocal, writeLocal } from '../../platform/local-store.ts';
import { readSession, writeSession } from '../../platform/session-store.ts';

/** What somebody is writing, kept with each key: in this tab, and for the next one. */
export interface DraftText {
  read(): string;
  write(text: string): void;
}

export function createDraftText(uid: string): DraftText {
  const key = `plaza.draft.${uid}`;
  let written = readSession(key) ?? readLocal(key) ?? '';
  return {
    read: () => written,
    write(text) {
      // Another tab's draft is not this one's to clear.
      if (text !== '' || readLocal(key) === written) writeLocal(key, text);
      writeSession(key, text);
      written = text;
    },
  };
}
