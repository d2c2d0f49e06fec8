/** Where the focus goes when what it would go back to has gone. */
export function focusConversation(): void {
  document.querySelector<HTMLElement>('main [role="group"]')?.focus({ preventScroll: true });
}
