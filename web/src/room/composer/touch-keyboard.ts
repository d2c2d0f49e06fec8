/**
 * Whether people here write on a keyboard that is drawn on the screen. There Enter is the only way
 * to a new line, and the button to send is next to it.
 */
export function hasTouchKeyboard(): boolean {
  return matchMedia('(pointer: coarse)').matches && !matchMedia('(any-pointer: fine)').matches;
}
