import type { KeyboardEvent } from 'react';

/** What `keyCode` is while a character is being composed: Safari ends that before Enter is told. */
const COMPOSING_KEY_CODE = 229;

/** Whether a key belongs to a character that is being composed. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === COMPOSING_KEY_CODE;
}
