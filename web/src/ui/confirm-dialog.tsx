import { useEffect, useId, useRef } from 'react';
import { t } from '../i18n/t.ts';
import { Button } from './button.tsx';
import styles from './confirm-dialog.module.css';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  /** Called when the dialog has closed, confirmed or not. */
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone. Open as long as it is rendered. */
export function ConfirmDialog({
  title,
  text,
  confirmLabel,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  function confirm(): void {
    onConfirm();
    dialog.current?.close();
  }

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onClose={onClose}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      <div className={styles['buttons']}>
        <Button variant="quiet" onClick={() => dialog.current?.close()}>
          {t('dialog.cancel')}
        </Button>
        <Button variant="danger" onClick={confirm}>
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  );
}
