/** Called as something is pressed, it opens a touch screen's keyboard, too. */
export function focusField(): void {
  document.querySelector('textarea')?.focus();
}
