import { readLocal, writeLocal } from '../platform/local-store.ts';

export interface HiddenPerson {
  readonly uid: string;
  /** When they were hidden. */
  readonly username: string;
}

/** Whose messages somebody does not want to see on this device. */
export interface HiddenPeople {
  /** The same array until something changes. */
  readonly get: () => readonly HiddenPerson[];
  /** Also told when another tab changes it. Returns what ends the subscription. */
  readonly subscribe: (onChange: () => void) => () => void;
  readonly hide: (person: HiddenPerson) => void;
  readonly show: (uid: string) => void;
}

const stores = new Map<string, HiddenPeople>();

/** The list of the person with this uid. */
export function hiddenPeopleOf(uid: string): HiddenPeople {
  const store = stores.get(uid) ?? open(`plaza.hidden-people.${uid}`);
  stores.set(uid, store);
  return store;
}

function open(key: string): HiddenPeople {
  let people = parse(readLocal(key));
  const listeners = new Set<() => void>();

  function change(changed: readonly HiddenPerson[]): void {
    people = changed;
    for (const listener of listeners) listener();
  }

  function write(changed: readonly HiddenPerson[]): void {
    writeLocal(key, JSON.stringify(changed));
    change(changed);
  }

  window.addEventListener('storage', (event) => {
    if (event.key === key) change(parse(event.newValue));
  });

  return {
    get: () => people,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    hide: (person) => write([...people.filter(({ uid }) => uid !== person.uid), person]),
    show: (shown) => write(people.filter(({ uid }) => uid !== shown)),
  };
}

function parse(stored: string | null): readonly HiddenPerson[] {
  return stored === null ? [] : (JSON.parse(stored) as HiddenPerson[]);
}
