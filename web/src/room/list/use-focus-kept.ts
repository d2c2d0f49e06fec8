import { useEffect, useRef, type RefObject } from 'react';

/** A row that leaves the page takes the focus with it, and tells nobody: the scroller takes it over. */
export function useFocusKept(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const focused = document.activeElement;
    if (hadFocus.current && (focused === null || focused === document.body)) {
      scroller.current?.focus({ preventScroll: true });
    }
    hadFocus.current = list.current?.contains(document.activeElement) ?? false;
  });
}
