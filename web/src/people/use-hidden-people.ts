import { useSyncExternalStore } from 'react';
import { hiddenPeopleOf, type HiddenPerson } from './hidden-people.ts';

/** Whose messages the person with this uid does not want to see. */
export function useHiddenPeople(uid: string): readonly HiddenPerson[] {
  const store = hiddenPeopleOf(uid);
  return useSyncExternalStore(store.subscribe, store.get);
}
