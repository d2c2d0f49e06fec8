import { useLayoutEffect, useRef, type ComponentProps, type KeyboardEvent } from 'react';
import { isComposing } from './is-composing.ts';
import styles from './message-composer.module.css';
import { hasTouchKeyboard } from './touch-keyboard.ts';

const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content');

export interface MessageFieldProps extends Omit<ComponentProps<'textarea'>, 'ref'> {
  readonly value: string;
  readonly onSend: () => void;
}

/** A text box as high as its text. Enter sends, Shift+Enter breaks the line. */
export function MessageField({ onSend, onKeyDown, ...props }: MessageFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const sendsOnEnter = !hasTouchKeyboard();

  useLayoutEffect(() => {
    const box = field.current;
    const form = box?.form;
    if (GROWS_BY_ITSELF || !box || !form) return;
    // A form that shrinks while the text is measured would make the list scroll.
    form.style.blockSize = getComputedStyle(form).blockSize;
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
    form.style.blockSize = '';
  });

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && sendsOnEnter) {
      event.preventDefault();
      onSend();
    } else {
      onKeyDown?.(event);
    }
  }

  return (
    <textarea
      {...props}
      ref={field}
      className={styles['field']}
      rows={1}
      dir="auto"
      enterKeyHint={sendsOnEnter ? 'send' : 'enter'}
      onKeyDown={press}
    />
  );
}
