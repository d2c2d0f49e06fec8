import { useRef, useState } from 'react';

export interface Selection {
  readonly selected: ReadonlySet<string>;
  /** With `isRange`, everything between the last one and this one follows it. */
  readonly toggle: (id: string, isRange: boolean) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

/** Which of these ids are chosen; ids that are no longer among them are not. */
export function useSelection(ids: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const selected = new Set(ids.filter((id) => chosen.has(id)));

  function toggle(id: string, isRange: boolean): void {
    const isChosen = !selected.has(id);
    const to = ids.indexOf(id);
    const from = isRange && last.current !== undefined ? ids.indexOf(last.current) : to;
    const changed = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    last.current = id;
    const next = new Set(selected);
    for (const one of from === -1 ? [id] : changed) {
      if (isChosen) next.add(one);
      else next.delete(one);
    }
    setChosen(next);
  }

  return {
    selected,
    toggle,
    toggleAll: () => setChosen(selected.size === ids.length ? new Set() : new Set(ids)),
    clear: () => setChosen(new Set()),
  };
}
