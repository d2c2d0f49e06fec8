import { X } from 'lucide-react';
import { useEffectEvent, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { t } from '../i18n/t.ts';
import styles from './dialog.module.css';
import { focusConversation } from './focus-conversation.ts';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly title: string;
  /** Read out with the title. */
  readonly description?: string | undefined;
  /** `side`: for much content, along the whole height; it has a button that closes it. */
  readonly variant?: 'centre' | 'side';
  /** Asked to close, by Escape or otherwise: render it no longer. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Open as long as it is rendered. Keeps the focus inside, and gives it back where it came from, or to
 * the conversation.
 */
export function Dialog({ title, description, variant = 'centre', onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  const onClosed = useEffectEvent(() => {
    if (dialog.current?.open === false) onClose();
  });

  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    element.addEventListener('close', onClosed);
    return () => {
      element.removeEventListener('close', onClosed);
      // React begins with the outer one, and beneath an open one nothing gets the focus.
      for (const inner of element.querySelectorAll('dialog')) inner.close();
      element.close();
      const { activeElement } = document;
      if (activeElement === document.body || element.contains(activeElement)) focusConversation();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={`${styles['dialog']} ${styles[variant]}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
    >
      <div className={styles['header']}>
        <h2 id={`${id}-title`}>{title}</h2>
        {variant === 'side' && (
          <IconButton label={t('dialog.close')} onClick={onClose}>
            <X />
          </IconButton>
        )}
      </div>
      {description !== undefined && <p id={`${id}-description`}>{description}</p>}
      {children}
    </dialog>
  );
}

/** At the end of a dialog: what it does comes last. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles['buttons']}>{children}</div>;
}
