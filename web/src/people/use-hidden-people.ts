import { useMemo, useSyncExternalStore } from 'react';
import { hiddenPeopleOf, type HiddenPerson } from './hidden-people.ts';

/** Whose messages the person with this uid does not want to see. */
export function useHiddenPeople(uid: string): readonly HiddenPerson[] {
  const store = hiddenPeopleOf(uid);
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Their uids: the same set until something changes. */
export function useHiddenUids(uid: string): ReadonlySet<string> {
  const people = useHiddenPeople(uid);
  return useMemo(() => new Set(people.map((person) => person.uid)), [people]);
}
