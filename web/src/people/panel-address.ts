/** What is open beside the room, as the part of the address after the # says. */
export type Panel =
  | { readonly name: 'person'; readonly uid: string }
  | { readonly name: 'my-messages' }
  | { readonly name: 'settings' };

const PERSON = '/people/';
export const MY_MESSAGES = '/my-messages';
export const SETTINGS = '/settings';

export function personAddress(uid: string): string {
  return PERSON + encodeURIComponent(uid);
}

/** Null where the address names no panel. */
export function panelFrom(hash: string): Panel | null {
  if (hash === MY_MESSAGES) return { name: 'my-messages' };
  if (hash === SETTINGS) return { name: 'settings' };
  const uid = hash.startsWith(PERSON) ? decoded(hash.slice(PERSON.length)) : '';
  return uid === '' ? null : { name: 'person', uid };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
