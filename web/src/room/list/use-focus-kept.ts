import { useEffect, useRef, type RefObject } from 'react';

/**
 * A row that leaves the page takes the focus with it, as a button around the list does, and tells
 * nobody: the scroller takes it over.
 */
export function useFocusKept(scroller: RefObject<HTMLElement | null>): void {
  const focused = useRef<Element>(null);
  useEffect(() => {
    function note(): void {
      focused.current = document.querySelector('main :focus');
    }
    addEventListener('focusin', note);
    return () => removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    if (focused.current?.isConnected === false && document.activeElement === document.body) {
      scroller.current?.focus({ preventScroll: true });
    }
  });
}
