import { t } from '../i18n/t.ts';
import { Button } from './button.tsx';
import { Dialog, DialogButtons } from './dialog.tsx';

export interface DoneDialogProps {
  readonly title: string;
  /** What has been done. */
  readonly text: string;
  readonly onClose: () => void;
}

export function DoneDialog({ title, text, onClose }: DoneDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p role="status">{text}</p>
      <DialogButtons>
        <Button onClick={onClose}>{t('dialog.close')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
