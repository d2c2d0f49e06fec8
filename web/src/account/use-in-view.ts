import { useEffect, useRef, type RefObject } from 'react';

/** How far below the visible part something counts as being in view. */
const AHEAD = '400px';

/** Calls back, while `isActive`, when the element comes into view, or is there already. */
export function useInView<Element extends HTMLElement>(
  isActive: boolean,
  onInView: () => void,
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const callback = useRef(onInView);
  useEffect(() => {
    callback.current = onInView;
  });
  useEffect(() => {
    if (!isActive || element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) callback.current();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isActive]);
  return element;
}
