import { useLayoutEffect, useMemo, useSyncExternalStore, type RefObject } from 'react';
import type { RoomStore } from '../timeline/room-store.ts';
import { RowWindow, type RowWindowView } from './row-window.ts';

export function useRowWindow(
  store: RoomStore,
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  onSee: (place: string) => void,
): { rowWindow: RowWindow; view: RowWindowView } {
  const rowWindow = useMemo(() => new RowWindow(store, onSee), [store, onSee]);
  const view = useSyncExternalStore(rowWindow.subscribe, rowWindow.getView);
  useLayoutEffect(() => {
    if (scroller.current === null || list.current === null) return;
    return rowWindow.attach(scroller.current, list.current);
  }, [rowWindow, scroller, list]);
  useLayoutEffect(() => rowWindow.rendered());
  return { rowWindow, view };
}
