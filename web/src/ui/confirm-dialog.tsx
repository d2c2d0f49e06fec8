import { t } from '../i18n/t.ts';
import { Button } from './button.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirmLabel: string;
  /** `danger`: it cannot be undone. */
  readonly variant?: 'danger' | 'primary';
  readonly onConfirm: () => void;
  /** Called when the dialog closes, confirmed or not. */
  readonly onClose: () => void;
}

/** Asks before something is done. Open as long as it is rendered. */
export function ConfirmDialog({
  title,
  text,
  confirmLabel,
  variant = 'danger',
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  function confirm(): void {
    onConfirm();
    onClose();
  }

  return (
    <Dialog title={title} description={text} onClose={onClose}>
      <DialogButtons>
        <Button variant="quiet" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
        <Button variant={variant} onClick={confirm}>
          {confirmLabel}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
