import { useEffect, useState, type RefObject } from 'react';
import type { Row } from '../timeline/row.ts';

/**
 * The message whose links and buttons Tab reaches: the last one, unless another has been focused. So
 * the list is one stop for Tab instead of one for each button in it; arrow keys go through it.
 */
export function useCurrentRow(
  rows: readonly Row[],
  list: RefObject<HTMLElement | null>,
): string | undefined {
  const [chosen, setChosen] = useState<string>();

  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    function onFocus({ target }: FocusEvent): void {
      setChosen(itemOf(target)?.dataset['messageId']);
    }
    function onKeyDown(event: KeyboardEvent): void {
      const item = itemOf(event.target);
      const isUp = event.key === 'ArrowUp';
      if (item === null || (!isUp && event.key !== 'ArrowDown')) return;
      focusItem(isUp ? item.previousElementSibling : item.nextElementSibling);
      event.preventDefault();
    }
    element.addEventListener('focusin', onFocus);
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [list]);

  const isThere = chosen !== undefined && rows.some(({ messageId }) => messageId === chosen);
  return isThere ? chosen : rows.at(-1)?.messageId;
}

function itemOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('li[data-message-id]') : null;
}

function focusItem(item: Element | null): void {
  if (item instanceof HTMLElement) item.focus();
}
