/** Gives the focus to the row after this one, or before it, or to the list: this one goes. */
export function focusNeighbour(list: HTMLElement, messageId: string): void {
  const row = list.querySelector(`[data-message-id="${CSS.escape(messageId)}"]`);
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling ?? list.parentElement;
  if (neighbour instanceof HTMLElement) neighbour.focus({ preventScroll: true });
}
